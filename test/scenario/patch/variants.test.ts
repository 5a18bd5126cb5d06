import { describe, expect, test } from "vitest";
import { resolveStudy } from "#scenario/language/resolve";
import type { Resolution } from "#scenario/language/resolve";
import { harbourText } from "../language/harbour-text.ts";
import { codes } from "../language/resolve-text.ts";

const base = `${harbourText("Base")}
measures: { mean-wait: harbour.berth }
`;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function resolve(
  text: string,
  files: Readonly<Record<string, string>> = {},
  file: string = "mine/scenario.yaml",
): Resolution {
  const library = (name: string): Uint8Array | undefined => {
    const found = files[name];
    return found === undefined ? undefined : encode(found);
  };
  return resolveStudy({ id: "mine", file, text, library, notesOrigins: true });
}

function rates({ study }: Resolution): unknown {
  return study?.variants.map(({ name, scenario }) => {
    const rate = scenario.flows["calls"]?.arrivals["rate"] as { value: number }; // a plain rate is a constant
    return `${name} ${rate.value}`;
  });
}

describe("variants", () => {
  test("extend one another: patches in order of descent, costs added, each ancestor once", () => {
    const resolution = resolve(
      `${base}variants:
  top: { extends: [left, right], cost: 1 MUSD, flows: { calls: { priority: 4 } } }
  left: { extends: root, cost: 10 USD/d, network: { sites: { harbour: SERVERS } } }
  right: { extends: root, cost: 5 USD/d, network: { sites: { harbour: ROOM } } }
  root: { cost: [2 MUSD, 1 USD/d], flows: { calls: { arrivals: { rate: 3 /d } } } }
`
        .replace("SERVERS", "{ stations: { berth: { servers: 2 } } }")
        .replace("ROOM", "{ stations: { berth: { room: 9 } } }"),
    );
    expect(codes(resolution.diagnostics)).toEqual([]);
    expect(rates(resolution)).toEqual(["baseline 2", "top 3", "left 3", "right 3", "root 3"]);
    const top = resolution.study?.variants.find(({ name }) => name === "top");
    expect(top?.cost).toEqual({ once: 3_000_000, perDay: 16 });
    expect(top?.scenario.network.sites["harbour"]?.stations["berth"]).toMatchObject({ servers: 2, room: 9 });
    expect(top?.scenario.flows["calls"]?.priority).toBe(4);
  });

  test("an error in a variant points at the variant's own line and path", () => {
    const { diagnostics } = resolve(
      `${base}variants:\n  quick:\n    vessels:\n      ship: { speed: 10 km }\n`,
    );
    expect(diagnostics[0]).toMatchObject({
      path: "variants.quick.vessels.ship.speed",
      place: { line: 15, column: 22 },
    });
  });

  test("what a variant breaks in the base is said of the variant", () => {
    const { diagnostics } = resolve(`${base}variants:\n  cut: { network: { links: { approach: null } } }\n`);
    expect(diagnostics[0]).toMatchObject({ code: "MODE_WITHOUT_LINK", place: { line: 10 } });
    expect(diagnostics[0]?.wrong).toContain("in variant cut");
  });
});

describe("files that extend others", () => {
  test("merge over them, folder by folder, and keep the places of both", () => {
    const files = { "base/scenario.yaml": base };
    const resolution = resolve(
      "extends: ../base\ntitle: Mine\nflows: { calls: { arrivals: { rate: 4 /d } } }\n",
      files,
    );
    expect(codes(resolution.diagnostics)).toEqual([]);
    expect(resolution.study?.variants[0]?.scenario.title).toBe("Mine");
    expect(rates(resolution)).toEqual(["baseline 4"]);
    const origins = resolution.origins.get("baseline");
    expect(origins?.get("flows.calls.arrivals.rate")?.place).toMatchObject({
      file: "mine/scenario.yaml",
      line: 3,
    });
    expect(origins?.get("vessels.ship.speed")?.place).toMatchObject({ file: "base/scenario.yaml", line: 9 });
  });

  test("reach a base through another, and report an error where it is written", () => {
    const files = {
      "mine/middle.yaml": "extends: far.json\nseed: 5 d\n",
      "mine/far.json": JSON.stringify({ vessels: { ship: { speed: "9 d" } } }),
    };
    const { diagnostics } = resolve(
      `extends: middle.yaml\n${base.replace("speed: 10 kn", "capacity: 4 t")}`,
      files,
    );
    expect(diagnostics.map(({ code, place }) => `${code} ${place.file}`)).toEqual([
      "UNIT_WRONG mine/far.json",
    ]);
  });

  test("that are not text are refused", () => {
    const library = (): Uint8Array => Uint8Array.of(0xff, 0xfe, 0x00);
    const { diagnostics } = resolveStudy({ id: "x", file: "x.yaml", text: "extends: y.yaml\n", library });
    expect(codes(diagnostics)).toEqual(["FILE_UNKNOWN 1:10"]);
  });
});
