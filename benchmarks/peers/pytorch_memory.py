"""
Bytes that PyTorch holds in tensors at the peak of a training step, from the memory events of its profiler: every allocation of its
allocator for the CPU, so also what oneDNN reorders into, but not what libraries allocate by themselves. What was there before the
step - parameters, inputs, labels - is not counted. Prints the peak with the gradients of the parameters, and the peak when each is
dropped as soon as it is complete.
"""

import sys

import torch
from torch.profiler import ProfilerActivity, profile

import pytorch_models


def peak(step):
    with profile(activities=[ProfilerActivity.CPU], profile_memory=True) as profiler:
        step()
    events = [event for event in profiler.profiler.kineto_results.events() if event.name() == "[memory]"]
    held = highest = 0
    for event in sorted(events, key=lambda event: event.start_us()):  # stable: events of one microsecond stay in order
        held += event.nbytes()
        highest = max(highest, held)
    return highest


def steps(network, channels_last):
    """A step that keeps the gradients until the update, and the backward pass of one that does not."""
    model, x, y = pytorch_models.build(network)
    if channels_last and x.dim() == 4:
        model, x = model.to(memory_format=torch.channels_last), x.to(memory_format=torch.channels_last)
    parameters = list(model.parameters())
    optimizer = torch.optim.SGD(parameters, lr=1e-5)

    def whole():
        optimizer.zero_grad(set_to_none=True)
        loss = model(x, y)
        loss.backward()
        optimizer.step()

    for _ in range(3):
        whole()
    with_gradients = peak(whole)

    def drop(parameter):
        def hook(*_):
            parameter.grad = None

        return hook

    optimizer.zero_grad(set_to_none=True)
    nodes = [parameter.expand_as(parameter).grad_fn.next_functions[0][0] for parameter in parameters]
    for node, parameter in zip(nodes, parameters):
        node.register_hook(drop(parameter))
    for _ in range(3):
        model(x, y).backward()
    return with_gradients, peak(lambda: model(x, y).backward())


if __name__ == "__main__":
    torch.set_num_threads(int(sys.argv[1]))
    for name in sys.argv[2:]:
        print(name, *steps(name, False), *steps(name, True), flush=True)
