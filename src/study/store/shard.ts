import { deserialize, serialize } from "node:v8";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { createHash } from "node:crypto";

/** What is left of a shard that cannot be read: cut off, changed, or written by another engine. */
export class ShardUnreadable extends Error {
  override readonly name: string = "ShardUnreadable";
}

const hashLength = 32;

/** A part of a work, plain data, as bytes: the SHA-256 of what follows, then the part, compressed. */
export function shardBytes(part: unknown): Uint8Array {
  const packed = deflateRawSync(serialize(part));
  return Buffer.concat([createHash("sha256").update(packed).digest(), packed]);
}

/** Reads a part back; throws a `ShardUnreadable` where it is not what was written. */
export function readShard<Part>(bytes: Uint8Array): Part {
  const [hash, packed] = [bytes.subarray(0, hashLength), bytes.subarray(hashLength)];
  if (!createHash("sha256").update(packed).digest().equals(hash))
    throw new ShardUnreadable("a shard is damaged");
  try {
    return deserialize(inflateRawSync(packed)) as Part; // its hash says that shardBytes wrote it
  } catch {
    throw new ShardUnreadable("a shard was written by another version of Node");
  }
}
