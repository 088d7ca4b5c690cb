import { insist } from './refusal.ts';

/** Reads bytes as one of the structures of pkijs. @throws Refusal where they are none */
export function fromDer<Structure>(read: (der: ArrayBuffer) => Structure, bytes: Uint8Array): Structure {
  try {
    return read(Uint8Array.from(bytes).buffer);
  } catch {
    insist(false, 'form');
  }
}
