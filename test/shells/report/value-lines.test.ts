import { expect, it } from "vitest";
import type { Study } from "#scenario/language/resolved";
import { element } from "#shells/figure/markup";
import { valueCell } from "#shells/report/value-lines";

const study: Study = {
  id: "canal",
  variants: [],
  names: { CNSHA: "Shanghai", SGSIN: "Singapore", NLRTM: "Rotterdam" },
};
const flow = {
  from: { CNSHA: 3, SGSIN: 1 },
  to: { NLRTM: 1 },
  vessel: "container",
  arrivals: { kind: "poisson", rate: { kind: "triangular", min: 6, mode: 7, max: 8 } },
  priority: 1,
  onward: [],
};
const cell = (value: unknown, path: string): string =>
  element("td", {}, valueCell(value, path, study)).toString();

it("writes a flow in lines: from where, to where, with what and how often", () => {
  expect(cell({ boxes: flow }, "flows")).toBe(
    '<td><ul class="lines"><li><b>boxes</b><br>' +
      "from Shanghai 75\u00a0%, Singapore 25\u00a0%<br>to Rotterdam<br>" +
      "vessel container, 6 to 8 sailings a day (most likely 7\u00a0a day), at random</li></ul></td>",
  );
  expect(cell(flow, "flows.boxes")).toContain("<br>to Rotterdam<br>");
});

it("folds many things away, and says how many", () => {
  const flows = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`flow-${index}`, flow]));
  expect(cell(flows, "flows")).toContain('<details class="more"><summary>7 flows</summary>');
  expect(cell({ one: flow }, "flows")).not.toContain("<details");
});

it("gives each step of a schedule a line, and anything else one", () => {
  const steps = [1, 2].map((value) => ({ from: { at: Date.UTC(2021, 2, value) }, value }));
  expect(cell({ steps }, "disruptions.drought.rate").match(/<li>/g)).toHaveLength(2);
  expect(cell(12 * 3_600_000, "network.sites.suez.transit.time")).toBe("<td>12\u00a0hours</td>");
  expect(cell(undefined, "flows")).toBe("<td></td>");
});

it("tells a network by its sites, named, with a line for each station, and by its links", () => {
  const hour = 3_600_000;
  const berth = { servers: 14, service: { all: { kind: "constant", value: 30 * hour }, by: {} } };
  const sites = {
    NLRTM: { type: "port", at: [51.95, 4.05], tags: [], stations: { berth }, "vessel-path": ["berth"] },
    gulf: { type: "junction", stations: {}, "vessel-path": [] },
  };
  const links = { river: { from: "gulf", to: "NLRTM", mode: "sea", "one-way": false } };
  const told = cell({ use: "world", sites, links }, "network");
  expect(told).toContain(
    "<b>Rotterdam</b><br>port, at 51.95, 4.05<br>berth: servers 14, service 30\u00a0hours</li>",
  );
  expect(told).toContain("<b>gulf</b><br>junction</li>");
  expect(told).toMatch(/“world”.*<b>river<\/b><br>from gulf, to NLRTM, mode sea<\/li>/);
  const many = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`port-${index}`, sites.gulf]));
  expect(cell({ sites: many }, "network")).toContain("<summary>7 sites</summary>");
});
