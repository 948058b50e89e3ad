// Richards, a simulation of the kernel of an operating system: six tasks that pass packets.
// Tasks and packets are handles: indices into two lists of structs.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 1

const (
	idle = iota
	worker
	handlerA
	handlerB
	deviceA
	deviceB
)

const (
	devicePacket = iota
	workPacket
)

const nothing = -1
const idleCount = 1000

type packet struct {
	link, target, kind, datum int
	data                      [4]int
}

// first and second: idle task: control word and count; worker: last handler and letter; handler: queues of
// work and device packets; device: pending packet.
type task struct {
	link, priority, input           int
	packetPending, waiting, holding bool
	first, second                   int
}

var packets []packet
var tasks []task
var current, queueCount, holdCount int

func newPacket(link, target, kind int) int {
	packets = append(packets, packet{link: link, target: target, kind: kind})
	return len(packets) - 1
}

func newTask(priority, input int, isWaiting bool, first, second int) {
	tasks = append(tasks, task{len(tasks) - 1, priority, input, input != nothing, isWaiting, false, first, second})
}

// A queue with a packet at its end.
func appended(queue, packet int) int {
	packets[packet].link = nothing
	if queue == nothing {
		return packet
	}
	last := queue
	for packets[last].link != nothing {
		last = packets[last].link
	}
	packets[last].link = packet
	return queue
}

// Each of these ends a turn and returns the task that runs next.
func waitCurrent() int {
	tasks[current].waiting = true
	return current
}

func holdCurrent() int {
	holdCount++
	tasks[current].holding = true
	return tasks[current].link
}

func release(task int) int {
	tasks[task].holding = false
	if tasks[task].priority > tasks[current].priority {
		return task
	}
	return current
}

func send(packet int) int {
	target := packets[packet].target
	queueCount++
	packets[packet].link = nothing
	packets[packet].target = current
	if tasks[target].input != nothing {
		tasks[target].input = appended(tasks[target].input, packet)
		return current
	}
	tasks[target].input = packet
	tasks[target].packetPending = true
	if tasks[target].priority > tasks[current].priority {
		return target
	}
	return current
}

func runIdle() int {
	tasks[idle].second--
	if tasks[idle].second == 0 {
		return holdCurrent()
	}
	control := tasks[idle].first
	if control%2 == 0 {
		tasks[idle].first = control / 2
		return release(deviceA)
	}
	tasks[idle].first = control/2 ^ 53256
	return release(deviceB)
}

func runWorker(packet int) int {
	if packet == nothing {
		return waitCurrent()
	}
	if tasks[worker].first == handlerA {
		tasks[worker].first = handlerB
	} else {
		tasks[worker].first = handlerA
	}
	packets[packet].target = tasks[worker].first
	packets[packet].datum = 0
	for i := 0; i < 4; i++ {
		tasks[worker].second++
		if tasks[worker].second > 26 {
			tasks[worker].second = 1
		}
		packets[packet].data[i] = tasks[worker].second
	}
	return send(packet)
}

func runHandler(packet int) int {
	me := current
	if packet != nothing {
		if packets[packet].kind == workPacket {
			tasks[me].first = appended(tasks[me].first, packet)
		} else {
			tasks[me].second = appended(tasks[me].second, packet)
		}
	}
	work := tasks[me].first
	if work == nothing {
		return waitCurrent()
	}
	count := packets[work].datum
	if count >= 4 {
		tasks[me].first = packets[work].link
		return send(work)
	}
	device := tasks[me].second
	if device == nothing {
		return waitCurrent()
	}
	tasks[me].second = packets[device].link
	packets[device].datum = packets[work].data[count]
	packets[work].datum = count + 1
	return send(device)
}

func runDevice(packet int) int {
	if packet != nothing {
		tasks[current].first = packet
		return holdCurrent()
	}
	pending := tasks[current].first
	if pending == nothing {
		return waitCurrent()
	}
	tasks[current].first = nothing
	return send(pending)
}

func runCurrent() int {
	packet := nothing
	task := &tasks[current]
	if task.packetPending && task.waiting && !task.holding {
		packet = task.input
		task.input = packets[packet].link
		task.packetPending = task.input != nothing
		task.waiting = false
	}
	if current == idle {
		return runIdle()
	}
	if current == worker {
		return runWorker(packet)
	}
	if current < deviceA {
		return runHandler(packet)
	}
	return runDevice(packet)
}

func schedule() {
	current = len(tasks) - 1
	for current != nothing {
		task := &tasks[current]
		if task.holding || task.waiting && !task.packetPending {
			current = task.link
		} else {
			current = runCurrent()
		}
	}
}

func threePackets(target int) int {
	queue := nothing
	for i := 0; i < 3; i++ {
		queue = newPacket(queue, target, devicePacket)
	}
	return queue
}

func runSimulation() {
	packets = nil
	tasks = nil
	queueCount = 0
	holdCount = 0
	newTask(0, nothing, false, 1, idleCount)
	newTask(1000, newPacket(newPacket(nothing, worker, workPacket), worker, workPacket), true, handlerA, 0)
	newTask(2000, threePackets(deviceA), true, nothing, nothing)
	newTask(3000, threePackets(deviceB), true, nothing, nothing)
	newTask(4000, nothing, true, nothing, 0)
	newTask(5000, nothing, true, nothing, 0)
	schedule()
}

func benchmark(n int) int {
	total := 0
	for i := 0; i < n; i++ {
		runSimulation()
		total = total + queueCount*1000 + holdCount
	}
	return total
}

func main() {
	settings := []int{defaultN, 0, 1}
	for i := range settings {
		if i+1 < len(os.Args) {
			settings[i], _ = strconv.Atoi(os.Args[i+1])
		}
	}
	warmup := settings[1]
	var result any
	for step := 0; step < warmup+settings[2]; step++ {
		start := time.Now()
		result = benchmark(settings[0])
		elapsed := time.Since(start)
		if step >= warmup {
			fmt.Printf("time_ms: %f\n", float64(elapsed.Nanoseconds())/1e6)
		}
	}
	fmt.Printf("result: %v\n", result)
}
