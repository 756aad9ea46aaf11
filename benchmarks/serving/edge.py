"""Starts a program that answers lines of pixels, and measures it: edge.py FILE COMMAND…, the file having one line."""

import subprocess
import sys
import time

ROUNDS = 31
LINES = 20_000


def first_answer(command, image):
    """Milliseconds from the start to the first answer, the answer, and the process's memory in MB."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    child.stdin.write(image)
    child.stdin.flush()
    answer = child.stdout.readline()
    milliseconds = 1e3 * (time.perf_counter() - start)
    with open(f"/proc/{child.pid}/status") as status:
        memory = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in status if line.startswith(("VmRSS", "VmHWM", "RssAnon", "RssFile"))}
    child.stdin.close()
    child.wait()
    return milliseconds, answer.decode().strip(), memory


def seconds(action):
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def main():
    command = sys.argv[2:]
    with open(sys.argv[1], "rb") as file:
        image = file.read()
    found = sorted((first_answer(command, image) for _ in range(ROUNDS)), key=lambda each: each[0])
    nothing = sorted(1e3 * seconds(lambda: subprocess.Popen(["/bin/true"]).wait()) for _ in range(ROUNDS))
    median, answer, memory = found[ROUNDS // 2]
    print(f"start to first prediction: median {median:.2f} ms, fastest {found[0][0]:.2f} ms (starting /bin/true from here takes {nothing[ROUNDS // 2]:.2f} ms); answer {answer}")
    print(f"resident {memory['VmRSS']:.1f} MB, of which anonymous {memory['RssAnon']:.1f} MB, files {memory['RssFile']:.1f} MB; most {memory['VmHWM']:.1f} MB")
    many = min(seconds(lambda: subprocess.run(command, input=image * LINES, stdout=subprocess.DEVNULL, check=True)) for _ in range(3))
    print(f"{LINES / many:,.0f} lines per second")


if __name__ == "__main__":
    main()
