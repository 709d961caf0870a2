/** `length` decimal digits, each equally likely. */
export function randomDigits(length: number): string {
  let digits = '';
  while (digits.length < length) {
    const [byte = 255] = globalThis.crypto.getRandomValues(new Uint8Array(1));
    // 256 is no multiple of ten: the bytes above 249 would favour small digits.
    if (byte < 250) digits += byte % 10;
  }
  return digits;
}

/** `length` hexadecimal characters. Not `randomUUID`, which browsers hide from pages without TLS. */
export function randomHex(length: number): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(Math.ceil(length / 2)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, length);
}
