import { expect, test } from "vitest";
import { unLocode } from "#scenario/source/tables/un-locode";
import { readTable } from "./read-table.ts";

const published = [
  ',"NL",,".NETHERLANDS",,,,,,,,',
  ',"NL","RTM","Rotterdam","Rotterdam","ZH","12345---","AF","9601",,"5155N 00430E",',
  '"+","NL","AMS","Amsterdam","Amsterdam","NH","-2345-7-","AI","0501",,"5224N 00449E",',
  '"X","NL","OLD","Gone","Gone",,"1-------","RL","0501",,"5224N 00449E",',
  '"=","NL",,"Flushing = Vlissingen",,,,,,,,',
  ',"AR","BUE","Buenos Aires","Buenos Aires","C","-------B","AI","0501",,"3435S 05822W",',
  ',"NL","ODD","Odd","Odd",,"0-------","RL","0501",,"51.5",',
].join("\n");

test("the list as it is published gives codes, names, places and types", () => {
  const { records, problems } = readTable(unLocode, published);
  expect(problems).toEqual(["COORDINATES_WRONG 7:50"]);
  expect(records[0]).toEqual([
    { id: "NLRTM", name: "Rotterdam", country: "NL", lat: "51.9167", lon: "4.5", type: "port" },
    { id: "NLAMS", name: "Amsterdam", country: "NL", lat: "52.4", lon: "4.8167", type: "airport" },
    { id: "ARBUE", name: "Buenos Aires", country: "AR", lat: "-34.5833", lon: "-58.3667", type: "border" },
    { id: "NLODD", name: "Odd", country: "NL", type: "junction" },
  ]);
});

test("a copy with a header is read by it, and `only` takes places with a function, as that", () => {
  const header =
    "Change,Country,Location,Name,NameWoDiacritics,Subdivision,Status,Function,Date,IATA,Coordinates,Remarks";
  const text = `${header}\n,NL,RTM,Rotterdam,Rotterdam,ZH,AF,12345---,9601,,5155N 00430E,
,NL,XYZ,Inland,Inland,ZH,AF,--3-----,9601,,,`;
  const { records, problems } = readTable(unLocode, text, "only: [rail-terminal, port]");
  expect(problems).toEqual([]);
  expect(records[0]).toMatchObject([{ id: "NLRTM", type: "rail-terminal" }]);
});

test("the old encoding of the list is read when it is named", () => {
  const bytes = Uint8Array.from([
    ...Buffer.from(',"DK","AAR","'),
    0xc5,
    ...Buffer.from('rhus","Arhus",,"1",,,,,'),
  ]);
  expect(readTable(unLocode, bytes).problems).toEqual(["TABLE_MALFORMED 1:14"]);
  const { records } = readTable(unLocode, bytes, "encoding: windows-1252");
  expect(records[0]).toMatchObject([{ id: "DKAAR", name: "Århus" }]);
});
