import { describe, expect, test } from "vitest";
import type { Steps } from "#engine/process/process";
import { Diary, faultOf } from "./diary";

describe("until", () => {
  test("goes on at once where the condition holds, else when what it read changes so that it does", () => {
    const diary = new Diary();
    const { model } = diary;
    const tide = model.state("tide", 1);
    function* ship(draft: number): Steps {
      yield model.until(() => tide.value >= draft);
      diary.note(`draft ${draft}`);
    }
    function* moon(): Steps {
      for (const value of [2, 4, 3, 9]) {
        yield model.hold(10);
        tide.value = value;
      }
    }
    for (const draft of [1, 3, 4, 5]) model.spawn("ship", ship(draft));
    model.spawn("moon", moon());
    model.run();
    expect(diary.lines).toEqual(["0 draft 1", "20 draft 3", "20 draft 4", "40 draft 5"]);
  });

  test("asks nobody whose condition did not read what changed, and nobody while nothing does", () => {
    const { model } = new Diary();
    const asked: Record<string, number> = { tide: 0, fog: 0 };
    const tide = model.state("tide", 0);
    const fog = model.state("fog", true);
    function* ship(name: "tide" | "fog"): Steps {
      const holds = { tide: () => tide.value >= 3, fog: () => !fog.value }[name];
      yield model.until(() => {
        asked[name] = (asked[name] ?? 0) + 1;
        return holds();
      });
    }
    function* moon(): Steps {
      yield model.hold(10);
      tide.value = 1;
      yield model.hold(1000);
      tide.value = 2;
      tide.value = 3;
      yield model.hold(1000);
      fog.value = false;
    }
    model.spawn("ship", ship("tide"));
    model.spawn("ship", ship("fog"));
    model.spawn("moon", moon());
    model.run();
    expect(asked).toEqual({ tide: 3, fog: 2 });
  });

  test("does not see what is over by the end of the instant", () => {
    const diary = new Diary();
    const { model } = diary;
    const gate = model.state("gate", false);
    function* ship(): Steps {
      const isIn = yield model.until(() => gate.value, { patienceMs: 50 });
      diary.note(`in ${String(isIn)}`);
    }
    function* keeper(): Steps {
      yield model.hold(10);
      gate.value = true;
      gate.value = false;
      yield model.hold(10);
      gate.value = true;
    }
    model.spawn("ship", ship());
    model.spawn("keeper", keeper());
    model.run();
    expect(diary.lines).toEqual(["20 in true"]);
  });

  test("lets the longest waiting go first, and asks the next whether there is still something for it", () => {
    const diary = new Diary();
    const { model } = diary;
    const boxes = model.state("boxes", 0);
    const open = model.state("open", true);
    function* truck(name: string): Steps {
      yield model.until(() => open.value && boxes.value > 0);
      boxes.value -= 1;
      diary.note(name);
    }
    function* crane(): Steps {
      yield model.hold(5);
      open.value = false;
      open.value = true;
      yield model.hold(5);
      boxes.value = 2;
      yield model.hold(5);
      boxes.value = 1;
    }
    for (const name of ["a", "b", "c"]) model.spawn("truck", truck(name));
    model.spawn("crane", crane());
    model.run();
    expect(diary.lines).toEqual(["10 a", "10 b", "15 c"]);
  });

  test("reads resources and other processes too, any and all of them", () => {
    const diary = new Diary();
    const { model } = diary;
    const berth = model.resource("berth");
    function* stay(ms: number): Steps<number> {
      yield model.seize(berth);
      yield model.hold(ms);
      model.release(berth);
      return ms;
    }
    const [first, second] = [model.spawn("stay", stay(10)), model.spawn("stay", stay(20))];
    function* watchman(): Steps {
      yield model.until(() => first.hasEnded || second.hasEnded);
      diary.note(`one ended with ${first.result}`);
      yield model.until(() => berth.free === 1);
      diary.note("free");
      yield model.until(() => first.hasEnded && second.hasEnded);
      diary.note(`both ended, ${second.result}`);
    }
    model.spawn("watchman", watchman());
    model.run();
    expect(diary.lines).toEqual(["10 one ended with 10", "30 free", "30 both ended, 20"]);
  });

  test("gives up when patience ends, but not where the condition has come true at that instant", () => {
    const diary = new Diary();
    const { model } = diary;
    const gate = model.state("gate", false);
    function* ship(patienceMs: number): Steps {
      const isOpen = yield model.until(() => gate.value, { patienceMs });
      diary.note(`${patienceMs} ${String(isOpen)}`);
    }
    for (const patience of [9, 10, 11]) model.spawn("ship", ship(patience));
    function* keeper(): Steps {
      yield model.hold(10);
      gate.value = true;
    }
    model.spawn("keeper", keeper());
    model.run();
    expect(diary.lines).toEqual(["9 9 false", "10 10 true", "10 11 true"]);
  });

  test("is refused a condition that nothing would wake", () => {
    const said = (condition: (now: () => number) => boolean): string => {
      const { model } = new Diary();
      function* ship(): Steps {
        yield model.until(() => condition(() => model.now));
      }
      model.spawn("ship", ship());
      return faultOf(() => model.run()).message;
    };
    expect(said(() => false)).toContain("reads no state or resource of the model");
    expect(said((now) => now() > 10)).toContain("reads the clock");
  });
});
