// The three workloads written by hand in C++: what a careful programmer gets without an engine. One program, two
// calendars: a 4-ary heap of whole entries, and std::priority_queue. Times are doubles in units of the mean service;
// an event is a time, a sequence number that breaks ties, and a subject.
//
//   by-hand <heap | queue> <mm1 | network | hold> <size> <seed> [holds]   prints one line of JSON

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <queue>
#include <vector>

// xoshiro256+ (Blackman and Vigna, public domain), seeded by splitmix64.
class Random {
 public:
  explicit Random(uint64_t seed) {
    for (uint64_t& word : state_) {
      uint64_t z = (seed += 0x9e3779b97f4a7c15);
      z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
      z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
      word = z ^ (z >> 31);
    }
  }
  double uniform() {
    const uint64_t result = state_[0] + state_[3];
    const uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = (state_[3] << 45) | (state_[3] >> 19);
    return (static_cast<double>(result >> 11) + 0.5) * 0x1.0p-53;
  }
  double exponential() { return -std::log(uniform()); }

 private:
  uint64_t state_[4];
};

struct Event {
  double time;
  uint32_t sequence;
  int32_t subject;
  bool before(const Event& other) const {
    return time < other.time || (time == other.time && sequence < other.sequence);
  }
  bool operator<(const Event& other) const { return other.before(*this); }  // std::priority_queue gives the greatest
};

class FourAryHeap {
 public:
  const Event& top() const { return entries_.front(); }
  void push(const Event& event) {
    entries_.push_back(event);
    size_t at = entries_.size() - 1;
    while (at > 0) {
      const size_t parent = (at - 1) / 4;
      if (!event.before(entries_[parent])) break;
      entries_[at] = entries_[parent];
      at = parent;
    }
    entries_[at] = event;
  }
  void pop() {
    const Event last = entries_.back();
    entries_.pop_back();
    if (!entries_.empty()) sink(last);
  }
  void replace(const Event& event) { sink(event); }

 private:
  void sink(const Event& event) {
    const size_t size = entries_.size();
    size_t at = 0;
    for (;;) {
      const size_t first = 4 * at + 1;
      if (first >= size) break;
      const size_t end = first + 4 < size ? first + 4 : size;
      size_t least = first;
      for (size_t child = first + 1; child < end; child++) {
        if (entries_[child].before(entries_[least])) least = child;
      }
      if (!entries_[least].before(event)) break;
      entries_[at] = entries_[least];
      at = least;
    }
    entries_[at] = event;
  }
  std::vector<Event> entries_;
};

class StandardQueue {
 public:
  const Event& top() const { return queue_.top(); }
  void push(const Event& event) { queue_.push(event); }
  void pop() { queue_.pop(); }
  void replace(const Event& event) {
    queue_.pop();
    queue_.push(event);
  }

 private:
  std::priority_queue<Event> queue_;
};

struct Outcome {
  double events;
  double seconds;
  double answer;
};

// Of processor, so that whoever else is at work on the machine does not count.
double secondsNow() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

template <class Calendar>
Outcome mm1(long size, Random random) {
  constexpr int arrival = 0, departure = 1;
  constexpr double load = 0.9;
  Calendar calendar;
  std::queue<double> waiting;
  uint32_t sequence = 0;
  long left = 0, started = 0;
  double events = 0, waited = 0;
  bool busy = false;
  calendar.push({random.exponential() / load, sequence++, arrival});
  const double begin = secondsNow();
  while (left < size) {
    const Event event = calendar.top();
    events++;
    if (event.subject == arrival) {
      calendar.replace({event.time + random.exponential() / load, sequence++, arrival});
      if (busy) {
        waiting.push(event.time);
      } else {
        busy = true;
        started++;
        calendar.push({event.time + random.exponential(), sequence++, departure});
      }
    } else {
      left++;
      if (waiting.empty()) {
        busy = false;
        calendar.pop();
      } else {
        waited += event.time - waiting.front();
        waiting.pop();
        started++;
        calendar.replace({event.time + random.exponential(), sequence++, departure});
      }
    }
  }
  return {events, secondsNow() - begin, waited / started};
}

template <class Calendar>
Outcome network(long size, Random random) {
  constexpr int jobs = 500, stations = 100, servers = 3;
  struct Station {
    int busy = 0, head = -1, tail = -1;
  };
  Calendar calendar;
  std::vector<Station> all(stations);
  std::vector<int> next(jobs, -1), at(jobs, 0);
  std::vector<double> service(jobs, 0);
  uint32_t sequence = 0;
  const auto arrive = [&](int job, int where, double now, bool replaces) {
    Station& station = all[where];
    at[job] = where;
    service[job] = random.exponential();
    if (station.busy < servers) {
      station.busy++;
      const Event event{now + service[job], sequence++, job};
      if (replaces) calendar.replace(event);
      else calendar.push(event);
      return;
    }
    if (replaces) calendar.pop();
    next[job] = -1;
    if (station.tail < 0) station.head = job;
    else next[station.tail] = job;
    station.tail = job;
  };
  for (int job = 0; job < jobs; job++) arrive(job, job % stations, 0, false);
  double now = 0;
  const double begin = secondsNow();
  for (long done = 0; done < size; done++) {
    const Event event = calendar.top();
    now = event.time;
    Station& station = all[at[event.subject]];
    const int waiting = station.head;
    if (waiting >= 0) {
      station.head = next[waiting];
      if (station.head < 0) station.tail = -1;
      calendar.replace({now + service[waiting], sequence++, waiting});
    } else {
      station.busy--;
    }
    arrive(event.subject, static_cast<int>(random.uniform() * stations), now, waiting < 0);
  }
  return {static_cast<double>(size), secondsNow() - begin, size / now};
}

template <class Calendar>
Outcome hold(long size, Random random, long holds) {
  Calendar calendar;
  uint32_t sequence = 0;
  for (int subject = 0; subject < size; subject++) calendar.push({random.exponential(), sequence++, subject});
  double now = 0;
  const double begin = secondsNow();
  for (long done = 0; done < holds; done++) {
    const Event event = calendar.top();
    now = event.time;
    calendar.replace({now + random.exponential(), sequence++, event.subject});
  }
  return {static_cast<double>(holds), secondsNow() - begin, holds / now};
}

template <class Calendar>
Outcome run(const char* workload, long size, uint64_t seed, long holds) {
  if (std::strcmp(workload, "mm1") == 0) return mm1<Calendar>(size, Random(seed));
  if (std::strcmp(workload, "network") == 0) return network<Calendar>(size, Random(seed));
  return hold<Calendar>(size, Random(seed), holds);
}

// Of this program alone: the figure of getrusage begins with that of the process that started it.
long peakMb() {
  long peakKb = 0;
  char line[256];
  std::FILE* status = std::fopen("/proc/self/status", "r");
  while (status != nullptr && std::fgets(line, sizeof line, status)) std::sscanf(line, "VmHWM: %ld", &peakKb);
  if (status != nullptr) std::fclose(status);
  return peakKb / 1024;
}

int main(int count, char** words) {
  if (count < 5) return 2;
  const bool heap = std::strcmp(words[1], "heap") == 0;
  const long size = std::atol(words[3]);
  const uint64_t seed = std::strtoull(words[4], nullptr, 10);
  const long holds = count > 5 ? std::atol(words[5]) : 2000000;
  const Outcome outcome =
      heap ? run<FourAryHeap>(words[2], size, seed, holds) : run<StandardQueue>(words[2], size, seed, holds);
  std::printf("{\"events\":%.0f,\"seconds\":%.9f,\"peakRssMb\":%ld,\"answer\":%.17g}\n", outcome.events, outcome.seconds,
              peakMb(), outcome.answer);
  return 0;
}
