import { dayMs } from "#base/time";
import { instantText } from "#shells/figure/calendar-text";
import { numeral } from "#shells/figure/numeral";
import type { Report } from "#shells/report/report";
import type { ExplainingDraw } from "#study/experiment/explained-spread";
import { placeName } from "#study/experiment/place-names";
import { unitWords } from "#study/experiment/quantity-scale";

const plain: Readonly<Record<string, string>> = {
  times: "how often it came",
  lasted: "how long it acted",
  every: "gap between two",
};

/** A value that a world drew, for people: `grounding: end`, `Suez Canal: rate`. */
export function drawName({ of, draw }: Pick<ExplainingDraw, "of" | "draw">, report: Report): string {
  const [family, id = family ?? "", ...rest] = of.split("/");
  const owner = family === "passage" ? placeName(report.result.study, id) : id;
  const part = rest.filter((each) => each !== "admission").join(" ");
  const [name = draw, step] = draw.split("/");
  const words = `${plain[name] ?? name}${step === undefined ? "" : `, step ${Number(step) + 1}`}`;
  return `${owner}${part === "" ? "" : ` ${part}`}: ${words}`;
}

/** What nine of ten worlds drew: `72.6 to 75.7 a day`. */
export function drawnRange({ unit, p5, p95 }: ExplainingDraw, report: Report): string {
  const start = report.result.study.variants[0]?.scenario.time.start ?? 0;
  if (unit === "d since start")
    return `${instantText(start + p5 * dayMs)} to ${instantText(start + p95 * dayMs)}`;
  const size = Math.max(Math.abs(p5), Math.abs(p95));
  const decimals = unit === "times" || size >= 100 ? 0 : size >= 10 ? 1 : 2;
  const words = unit === "d" ? "days" : unit === "/d" ? unitWords(unit) : "";
  return `${numeral(p5, decimals)} to ${numeral(p95, decimals)} ${words}`.trimEnd();
}
