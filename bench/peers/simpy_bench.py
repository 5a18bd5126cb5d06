"""The three workloads in SimPy, as its documentation would have them written: processes, timeouts, resources.

    simpy_bench.py <mm1 | network | hold> <size> <seed> [holds]    prints one line of JSON
"""

import json
import random
import resource
import sys
import time

import simpy

LOAD = 0.9


def mm1(size, draw):
    environment = simpy.Environment()
    server = simpy.Resource(environment, capacity=1)
    done = environment.event()
    state = {"left": 0, "started": 0, "waited": 0.0, "arrived": 0}

    def customer():
        arrived = environment.now
        with server.request() as request:
            yield request
            state["started"] += 1
            state["waited"] += environment.now - arrived
            yield environment.timeout(draw.expovariate(1.0))
        state["left"] += 1
        if state["left"] == size:
            done.succeed()

    def source():
        while True:
            yield environment.timeout(draw.expovariate(LOAD))
            state["arrived"] += 1
            environment.process(customer())

    environment.process(source())
    seconds = seconds_of(lambda: environment.run(until=done))
    return state["arrived"] + state["left"], seconds, state["waited"] / state["started"]


def network(size, draw):
    environment = simpy.Environment()
    stations = [simpy.Resource(environment, capacity=3) for _ in range(100)]
    done = environment.event()
    state = {"services": 0}

    def job(station):
        while True:
            with stations[station].request() as request:
                yield request
                yield environment.timeout(draw.expovariate(1.0))
            state["services"] += 1
            if state["services"] == size:
                done.succeed()
            station = int(draw.random() * 100)

    for number in range(500):
        environment.process(job(number % 100))
    seconds = seconds_of(lambda: environment.run(until=done))
    return state["services"], seconds, state["services"] / environment.now


def hold(size, draw, holds):
    environment = simpy.Environment()
    done = environment.event()
    state = {"holds": 0, "start": 0.0}

    def holder():
        while True:
            yield environment.timeout(draw.expovariate(1.0))
            state["holds"] += 1
            if state["holds"] == holds:
                done.succeed()

    for _ in range(size):
        environment.process(holder())
    for _ in range(size):
        environment.step()  # lets each process begin
    seconds = seconds_of(lambda: environment.run(until=done))
    return holds, seconds, holds / environment.now


def seconds_of(work):
    start = time.process_time()
    work()
    return time.process_time() - start


def main():
    workload, size, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    holds = int(sys.argv[4]) if len(sys.argv) > 4 else 2_000_000
    draw = random.Random(seed)
    if workload == "mm1":
        events, seconds, answer = mm1(size, draw)
    elif workload == "network":
        events, seconds, answer = network(size, draw)
    else:
        events, seconds, answer = hold(size, draw, holds)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"events": events, "seconds": seconds, "peakRssMb": peak, "answer": answer}))


main()
