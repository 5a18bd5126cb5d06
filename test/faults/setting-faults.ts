import type { Fault } from "./fault.ts";

/** Mistakes in settings of stations, passages, paths and variants that the laws of all must find. */
export const settingFaults: readonly Fault[] = [
  {
    name: "open-day-has-a-break",
    sentence: "A day that is open is closed for its last hour.",
    file: "src/engine/station/opening-calendar.ts",
    edits: [
      {
        find: "if (end <= weekMs) return [{ from: begin, until: end }];",
        replacement: "if (end <= weekMs) return [{ from: begin, until: end - 3_600_000 }];",
      },
    ],
    tests: ["test/laws/stations.test.ts"],
  },
  {
    name: "longer-hours-open-later",
    sentence: "A station opens as much later as it opens earlier.",
    file: "src/engine/station/opening-calendar.ts",
    edits: [
      {
        find: "if (end <= weekMs) return [{ from: begin, until: end }];",
        replacement: "if (end <= weekMs) return [{ from: 2 * day + 57_600_000 - begin, until: end }];",
      },
    ],
    tests: ["test/laws/stations.test.ts", "test/laws/variants.test.ts"],
  },
  {
    name: "every-discipline-is-last-come-first",
    sentence: "Of equals the last to come is served first.",
    file: "src/engine/station/precedence.ts",
    edits: [
      {
        find: "this.isRanked[station] === true ? this.rankOf(job) - this.rankOf(other) : 0",
        replacement: "this.isRanked[station] === true ? this.rankOf(job) - this.rankOf(other) - 1e-9 : 0",
      },
    ],
    tests: ["test/laws/stations.test.ts"],
  },
  {
    name: "yard-is-on-every-path",
    sentence: "A vessel passes all stations of a site, whatever its path.",
    file: "src/scenario/language/site-paths.ts",
    edits: [
      {
        find: 'return site["vessel-path"] ?? (rest.length === 1 ? rest : []);',
        replacement: "return rest;",
      },
    ],
    tests: ["test/laws/stations.test.ts"],
  },
  {
    name: "curve-adds-tonnes-to-vessels",
    sentence: "Performance may be of what is counted in different units.",
    file: "src/scenario/language/checks/measuring.ts",
    edits: [{ find: "if (other === undefined) return;", replacement: "if (other !== first) return;" }],
    tests: ["test/scenario/language/broken-files.test.ts"],
  },
  {
    name: "window-outlasts-the-run",
    sentence: "A count may be read over a window that ends after the run.",
    file: "src/scenario/language/checks/windows.ts",
    edits: [{ find: "until !== undefined && until > end", replacement: "until !== undefined && until < 0" }],
    tests: ["test/scenario/language/broken-files.test.ts"],
  },
  {
    name: "like-takes-nothing-over",
    sentence: "A site that is like another has none of its stations.",
    file: "src/scenario/patch/likes.ts",
    edits: [
      { find: "filter(([key]) => taken.includes(key))", replacement: "filter(() => taken.length === 0)" },
    ],
    tests: ["test/laws/stations.test.ts"],
  },
  {
    name: "draft-at-its-limit-is-barred",
    sentence: "A vessel whose draft is just the limit may not pass.",
    file: "src/domain/passage/passage-limits.ts",
    edits: [{ find: "draft > deepest)", replacement: "draft >= deepest)" }],
    tests: ["test/laws/passages.test.ts"],
  },
  {
    name: "limits-never-step",
    sentence: "The first step of a limit holds to the end.",
    file: "src/domain/passage/passage-limits.ts",
    edits: [
      {
        find: "schedule && valueAt(stepsOf(schedule), time);",
        replacement: "schedule && valueAt(stepsOf(schedule).slice(0, 1), time);",
      },
    ],
    tests: ["test/laws/passages.test.ts"],
  },
  {
    name: "separate-directions-stand-in-one-line",
    sentence: "With separate directions all stand in the line of the first.",
    file: "src/domain/passage/passages.ts",
    edits: [
      {
        find: "return directions.length === 1 ? first : first + this.#client.direction(job);",
        replacement: "return directions.length === 1 ? first : first + 0 * this.#client.direction(job);",
      },
    ],
    tests: ["test/laws/passages.test.ts"],
  },
  {
    name: "patched-back-is-not-as-before",
    sentence: "Where two patches write one key the first one stands.",
    file: "src/scenario/patch/merge.ts",
    edits: [
      {
        find: 'if (!field || base.node !== "map" || patch.node !== "map") return patch;',
        replacement: 'if (!field || base.node !== "map" || patch.node !== "map") return base;',
      },
    ],
    tests: ["test/laws/variants.test.ts"],
  },
  {
    name: "headway-stays-slow",
    sentence: "A factor that ends leaves the gaps as long as they were.",
    file: "src/domain/passage/headway-clock.ts",
    edits: [
      {
        find: "    this.#factor = factor;\n  }",
        replacement: "    this.#factor = Math.min(this.#factor, factor);\n  }",
      },
    ],
    tests: ["test/laws/disruptions.test.ts", "test/laws/policies.test.ts"],
  },
  {
    name: "factor-of-slots-stays",
    sentence: "A factor that ends leaves the slots as rare as they were.",
    file: "src/domain/passage/slot-pace.ts",
    edits: [
      {
        find: "    this.#factor = factor;\n",
        replacement: "    this.#factor = Math.min(this.#factor, factor);\n    factor = this.#factor;\n",
      },
    ],
    tests: ["test/laws/admissions.test.ts"],
  },
  {
    name: "larger-convoys-take-fewer",
    sentence: "The larger a convoy may be the fewer go with it.",
    file: "src/domain/passage/convoys.ts",
    edits: [
      {
        find: "const size = this.#rule.size * this.#factor;\n    return size === Infinity",
        replacement: "const size = 16 / this.#rule.size * this.#factor;\n    return size === Infinity",
      },
    ],
    tests: ["test/laws/admissions.test.ts"],
  },
  {
    name: "booked-slots-are-lost",
    sentence: "With shares of 0 every second slot is kept all the same, for nobody.",
    file: "src/domain/passage/booked-slots.ts",
    edits: [
      {
        find: "return booker !== undefined && this.#here.has(booker) ? booker : this.#firstUnbooked(time);",
        replacement:
          "return booker !== undefined && this.#here.has(booker) ? booker : " +
          "this.#pace.grid.numberFrom(time) % 2 === 0 ? -1 : this.#firstUnbooked(time);",
      },
    ],
    tests: ["test/laws/admissions.test.ts"],
  },
];
