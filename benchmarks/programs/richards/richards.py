# Richards, a simulation of the kernel of an operating system: six tasks that pass packets.
# Tasks and packets are handles: indices into two lists of objects.
import sys
import time
DEFAULT_N = 1

IDLE = 0
WORKER = 1
HANDLER_A = 2
HANDLER_B = 3
DEVICE_A = 4
DEVICE_B = 5

DEVICE_PACKET = 0
WORK_PACKET = 1

NOTHING = -1
IDLE_COUNT = 1000


class Packet(object):
    def __init__(self, link, target, kind):
        self.link = link
        self.target = target
        self.kind = kind
        self.datum = 0
        self.data = [0, 0, 0, 0]


# first and second: idle task: control word and count; worker: last handler and letter; handler: queues of
# work and device packets; device: pending packet.
class Task(object):
    def __init__(self, link, priority, input, waiting, first, second):
        self.link = link
        self.priority = priority
        self.input = input
        self.packet_pending = input != NOTHING
        self.waiting = waiting
        self.holding = False
        self.first = first
        self.second = second


packets = []
tasks = []
current = 0
queue_count = 0
hold_count = 0


def new_packet(link, target, kind):
    packets.append(Packet(link, target, kind))
    return len(packets) - 1


def new_task(priority, input, is_waiting, first, second):
    tasks.append(Task(len(tasks) - 1, priority, input, is_waiting, first, second))


# A queue with a packet at its end.
def appended(queue, packet):
    packets[packet].link = NOTHING
    if queue == NOTHING:
        return packet
    last = queue
    while packets[last].link != NOTHING:
        last = packets[last].link
    packets[last].link = packet
    return queue


# Each of these ends a turn and returns the task that runs next.
def wait_current():
    tasks[current].waiting = True
    return current


def hold_current():
    global hold_count
    hold_count = hold_count + 1
    tasks[current].holding = True
    return tasks[current].link


def release(task):
    tasks[task].holding = False
    if tasks[task].priority > tasks[current].priority:
        return task
    return current


def send(packet):
    global queue_count
    target = packets[packet].target
    queue_count = queue_count + 1
    packets[packet].link = NOTHING
    packets[packet].target = current
    if tasks[target].input != NOTHING:
        tasks[target].input = appended(tasks[target].input, packet)
        return current
    tasks[target].input = packet
    tasks[target].packet_pending = True
    if tasks[target].priority > tasks[current].priority:
        return target
    return current


def run_idle():
    tasks[IDLE].second = tasks[IDLE].second - 1
    if tasks[IDLE].second == 0:
        return hold_current()
    control = tasks[IDLE].first
    if control % 2 == 0:
        tasks[IDLE].first = control // 2
        return release(DEVICE_A)
    tasks[IDLE].first = control // 2 ^ 53256
    return release(DEVICE_B)


def run_worker(packet):
    if packet == NOTHING:
        return wait_current()
    if tasks[WORKER].first == HANDLER_A:
        tasks[WORKER].first = HANDLER_B
    else:
        tasks[WORKER].first = HANDLER_A
    packets[packet].target = tasks[WORKER].first
    packets[packet].datum = 0
    for i in range(4):
        tasks[WORKER].second = tasks[WORKER].second + 1
        if tasks[WORKER].second > 26:
            tasks[WORKER].second = 1
        packets[packet].data[i] = tasks[WORKER].second
    return send(packet)


def run_handler(packet):
    me = current
    if packet != NOTHING:
        if packets[packet].kind == WORK_PACKET:
            tasks[me].first = appended(tasks[me].first, packet)
        else:
            tasks[me].second = appended(tasks[me].second, packet)
    work = tasks[me].first
    if work == NOTHING:
        return wait_current()
    count = packets[work].datum
    if count >= 4:
        tasks[me].first = packets[work].link
        return send(work)
    device = tasks[me].second
    if device == NOTHING:
        return wait_current()
    tasks[me].second = packets[device].link
    packets[device].datum = packets[work].data[count]
    packets[work].datum = count + 1
    return send(device)


def run_device(packet):
    if packet != NOTHING:
        tasks[current].first = packet
        return hold_current()
    pending = tasks[current].first
    if pending == NOTHING:
        return wait_current()
    tasks[current].first = NOTHING
    return send(pending)


def run_current():
    packet = NOTHING
    task = tasks[current]
    if task.packet_pending and task.waiting and not task.holding:
        packet = task.input
        task.input = packets[packet].link
        task.packet_pending = task.input != NOTHING
        task.waiting = False
    if current == IDLE:
        return run_idle()
    if current == WORKER:
        return run_worker(packet)
    if current < DEVICE_A:
        return run_handler(packet)
    return run_device(packet)


def schedule():
    global current
    current = len(tasks) - 1
    while current != NOTHING:
        task = tasks[current]
        if task.holding or task.waiting and not task.packet_pending:
            current = task.link
        else:
            current = run_current()


def three_packets(target):
    queue = NOTHING
    for _ in range(3):
        queue = new_packet(queue, target, DEVICE_PACKET)
    return queue


def run_simulation():
    global packets, tasks, queue_count, hold_count
    packets = []
    tasks = []
    queue_count = 0
    hold_count = 0
    new_task(0, NOTHING, False, 1, IDLE_COUNT)
    new_task(1000, new_packet(new_packet(NOTHING, WORKER, WORK_PACKET), WORKER, WORK_PACKET), True, HANDLER_A, 0)
    new_task(2000, three_packets(DEVICE_A), True, NOTHING, NOTHING)
    new_task(3000, three_packets(DEVICE_B), True, NOTHING, NOTHING)
    new_task(4000, NOTHING, True, NOTHING, 0)
    new_task(5000, NOTHING, True, NOTHING, 0)
    schedule()


def benchmark(n):
    total = 0
    for _ in range(n):
        run_simulation()
        total = total + queue_count * 1000 + hold_count
    return total


def main(arguments):
    settings = [DEFAULT_N, 0, 1]
    for i in range(3):
        if i < len(arguments):
            settings[i] = int(arguments[i])
    warmup = settings[1]
    for step in range(warmup + settings[2]):
        start = time.perf_counter()
        result = benchmark(settings[0])
        elapsed_ms = (time.perf_counter() - start) * 1000
        if step >= warmup:
            print("time_ms: %f" % elapsed_ms)
    print("result: %s" % (result,))


main(sys.argv[1:])
