import { deserialize, serialize } from "node:v8";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { createHash } from "node:crypto";
import type { Batch } from "#study/experiment/batch";

/** What is left of a shard that cannot be read: cut off, changed, or written by another engine. */
export class ShardUnreadable extends Error {
  override readonly name: string = "ShardUnreadable";
}

const hashLength = 32;

/** A batch as bytes: the SHA-256 of what follows, then the batch, compressed. */
export function shardBytes(batch: Batch): Uint8Array {
  const packed = deflateRawSync(serialize(batch));
  return Buffer.concat([createHash("sha256").update(packed).digest(), packed]);
}

/** Reads a batch back; throws a `ShardUnreadable` where it is not what was written. */
export function readShard(bytes: Uint8Array): Batch {
  const [hash, packed] = [bytes.subarray(0, hashLength), bytes.subarray(hashLength)];
  if (!createHash("sha256").update(packed).digest().equals(hash))
    throw new ShardUnreadable("a shard is damaged");
  try {
    return deserialize(inflateRawSync(packed)) as Batch; // its hash says that shardBytes wrote it
  } catch {
    throw new ShardUnreadable("a shard was written by another version of Node");
  }
}
