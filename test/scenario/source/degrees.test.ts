import { expect, test } from "vitest";
import { decimalDegrees } from "#scenario/source/degrees";

test("degrees are read however people write them, and anything else stays as it is", () => {
  const written = {
    "5155N": "51.9167",
    "00430E": "4.5",
    "0020W": "-0.3333",
    "51°55'N": "51.9167",
    "51° 55′ 12″ S": "-51.92",
    "51 55 12 N": "51.92",
    "4°30'15.5''E": "4.5043",
    "51.9N": "51.9",
    "0.3° W": "-0.3",
    "0°N": "0",
    "51.9": "51.9",
    "-12": "-12",
    "51,9": "51.9",
    "51,900": "51.900",
    "-0,5": "-0.5",
    "0,3° W": "-0.3",
    "4°30,5'E": "4.5083",
    "51,9, 4,1": "51,9, 4,1",
    "1,234,5": "1,234,5",
    north: "north",
    "12 km": "12 km",
    "": "",
  };
  for (const [text, degrees] of Object.entries(written)) {
    expect([text, decimalDegrees(text)]).toEqual([text, degrees]);
  }
});
