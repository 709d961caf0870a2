/** Every `apiCode` that GenAuth's and Authing's lists and clients name; what they mean is the caller's concern. */
const KNOWN: ReadonlySet<number> = new Set([
  ...[0, 400, 408, 500, 502, 602, 1000, 1001, 1002, 1108],
  ...[...range(1300, 1306), ...range(1576, 1578), 1600, 1635, 1636, ...range(1639, 1645), 1666],
  ...[...range(1699, 1708), ...range(2000, 2032), ...range(2034, 2040), 2042, 2057, 2058, 2061],
  ...[2071, 2080, 2100, 2101, ...range(2200, 2231), 2300, 2333, 2401, 2921, 2930],
  ...[...range(3012, 3014), ...range(3617, 3624), 3829, 4021, 4032, 4033, 4212],
  ...[5000, 5001, ...range(5022, 5025), ...range(6001, 6004), 7348, 8128],
  ...[...range(10001, 10009), 20001, 1010001, 1020017, 1020020, 1320004, 1320005],
  ...[...range(1320009, 1320011), 2120008, 2130010, 2820002, ...range(3720001, 3720003)],
]);

export function isKnownApiCode(apiCode: number): boolean {
  return KNOWN.has(apiCode);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
