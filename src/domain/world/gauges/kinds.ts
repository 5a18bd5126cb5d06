export { queue } from "#domain/world/gauges/queue";
export { rate } from "#domain/world/gauges/rate";
export { utilisation } from "#domain/world/gauges/utilisation";
