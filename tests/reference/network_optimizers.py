"""The optimizers by the names that the C# side gives them; each maps a list of parameters to a function that does one step."""

import torch


def of(kind, **arguments):
    return lambda parameters: kind(parameters, **arguments).step


def lion(parameters, lr=1e-2, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """Chen et al. 2023, Symbolic Discovery of Optimization Algorithms, algorithm 2; not in torch.optim."""
    momenta = [torch.zeros_like(parameter) for parameter in parameters]

    def step():
        with torch.no_grad():
            for parameter, momentum in zip(parameters, momenta):
                gradient = parameter.grad
                update = torch.sign(beta1 * momentum + (1 - beta1) * gradient)
                parameter -= lr * (update + weight_decay * parameter)
                momentum.mul_(beta2).add_(gradient, alpha=1 - beta2)

    return step


ALL = {
    "sgd": of(torch.optim.SGD, lr=0.05),
    "sgd-momentum": of(torch.optim.SGD, lr=0.02, momentum=0.9),
    "sgd-nesterov": of(torch.optim.SGD, lr=0.02, momentum=0.9, nesterov=True, weight_decay=0.01),
    "sgd-dampening": of(torch.optim.SGD, lr=0.05, momentum=0.8, dampening=0.3, weight_decay=0.1),
    "adam": of(torch.optim.Adam, lr=0.01),
    "adam-decay": of(torch.optim.Adam, lr=0.01, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.05),
    "adam-amsgrad": of(torch.optim.Adam, lr=0.02, amsgrad=True),
    "adamw": of(torch.optim.AdamW, lr=0.01, weight_decay=0.1),
    "rmsprop": of(torch.optim.RMSprop, lr=0.01),
    "rmsprop-centered": of(torch.optim.RMSprop, lr=0.01, alpha=0.9, momentum=0.5, centered=True, weight_decay=0.02),
    "adagrad": of(torch.optim.Adagrad, lr=0.05),
    "adagrad-decay": of(torch.optim.Adagrad, lr=0.05, lr_decay=0.1, weight_decay=0.02, initial_accumulator_value=0.1),
    "lion": lion,
    "lion-decay": lambda parameters: lion(parameters, lr=3e-3, beta1=0.95, beta2=0.98, weight_decay=0.1),
}
