/** What a mark decides. A closed set: each purpose has draws of its own, so that none moves another's. */
export const purposes = {
  destination: "Where a voyage ends, when its flow has several destinations.",
  origin: "Where a voyage begins, when its flow has several origins.",
  service: "How long a server is occupied by a job at a station.",
  transit: "How long a vessel takes through a passage.",
  sail: "How long a vessel takes on a link whose time is a distribution.",
  dwell: "How long a shipment stays at a site.",
  decision: "Which way a vessel takes where its choice is left to chance.",
  "decision-delay": "How long after an announcement a vessel decides.",
  premium: "What the risk of waiting is worth to a vessel.",
  margin: "How much better another way must be for a vessel.",
  transfer: "How long what is carried takes from one vessel to the next.",
  inland: "How long what is carried takes overland from another port than its own.",
  belief: "When a vessel believes that a disruption ends.",
  cancel: "Whether a voyage is among those that a fall of demand cancels.",
  ban: "Whether a vessel is among the share that a ban strikes.",
  due: "How long after its beginning a voyage is due.",
  process: "How long a batch of production takes.",
  batch: "How much a batch of production yields.",
  attempt: "What an adversary tries.",
} as const;

/** One of `purposes`. */
export type Purpose = keyof typeof purposes;
