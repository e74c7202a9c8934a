/**
 * Remembers ids compactly: 53 bits of hash and a number for each, whatever their length. Two ids
 * may share a hash, so `find` hands every candidate to the caller, who alone knows the ids.
 */
export class IdIndex {
  #hashes = new Float64Array(1024);
  #values = new Float64Array(1024);
  #count = 0;

  get size(): number {
    return this.#count;
  }

  add(id: string, value: number): void {
    if (this.#count * 3 >= this.#hashes.length * 2) this.#grow();
    this.#put(hashOf(id), value);
    this.#count += 1;
  }

  /** The first value added under the id's hash that `isIt` confirms, or null. */
  find(id: string, isIt: (value: number) => boolean): number | null {
    const hash = hashOf(id);
    const slots = this.#hashes.length;
    for (let slot = hash % slots; this.#hashes[slot] !== 0; slot = (slot + 1) % slots) {
      const value = this.#values[slot] ?? 0;
      if (this.#hashes[slot] === hash && isIt(value)) return value;
    }
    return null;
  }

  #put(hash: number, value: number): void {
    const slots = this.#hashes.length;
    let slot = hash % slots;
    while (this.#hashes[slot] !== 0) slot = (slot + 1) % slots;
    this.#hashes[slot] = hash;
    this.#values[slot] = value;
  }

  #grow(): void {
    const hashes = this.#hashes;
    const values = this.#values;
    this.#hashes = new Float64Array(hashes.length * 2);
    this.#values = new Float64Array(hashes.length * 2);
    for (const [slot, hash] of hashes.entries()) {
      if (hash !== 0) this.#put(hash, values[slot] ?? 0);
    }
  }
}

/** 53 bits from two multiplicative hashes; never 0, which marks a free slot. */
function hashOf(id: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < id.length; index += 1) {
    const unit = id.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0) || 1;
}
