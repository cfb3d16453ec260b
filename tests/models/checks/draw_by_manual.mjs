// The draw by the text of the manual (chapter Steekproef), step by step, in another language.
// Reads {"cases": [...], "follow_ups": [...]} on standard input, writes what comes out of each.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const sha = (text) => createHash("sha256").update(text, "utf8").digest("hex");

// 1. NFC, no white at the ends, every run of white one blank
const white = "[\\p{White_Space}\\u001c-\\u001f]";
const clean = (text) =>
  text
    .normalize("NFC")
    .replace(new RegExp(`^${white}+|${white}+$`, "gu"), "")
    .replace(new RegExp(`${white}+`, "gu"), " ");

// code point by code point: the order of JavaScript itself is one of UTF-16 units
const points = (text) => [...text].map((sign) => sign.codePointAt(0));
const byCode = (one, other) => {
  const [left, right] = [points(one), points(other)];
  for (let at = 0; at < Math.min(left.length, right.length); at++)
    if (left[at] !== right[at]) return left[at] - right[at];
  return left.length - right.length;
};

// 7. whole parts first, then the largest remainders
const share = (places, sizes) => {
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  const found = {};
  for (const name in sizes) found[name] = Math.floor((places * sizes[name]) / total);
  const left = places - Object.values(found).reduce((sum, count) => sum + count, 0);
  const rest = (name) => (places * sizes[name]) % total;
  Object.keys(sizes)
    .sort((one, other) => rest(other) - rest(one) || byCode(one, other))
    .slice(0, left)
    .forEach((name) => (found[name] += 1));
  return found;
};

const divide = (places, sizes) => {
  if (places < Object.keys(sizes).length) return share(places, sizes);
  const sure = {};
  for (;;) {
    const others = Object.fromEntries(Object.entries(sizes).filter(([name]) => !(name in sure)));
    const found = share(places - Object.keys(sure).length, others);
    const none = Object.keys(found).filter((name) => found[name] === 0);
    if (none.length === 0) return { ...sure, ...found };
    none.forEach((name) => (sure[name] = 1));
  }
};

const draw = ({ list, seed, n, m, by, known = [], again = 0 }) => {
  const group = new Map(); // 2. the first counts, with its group
  for (const [number, name = ""] of list) {
    const said = clean(number);
    if (said && !group.has(said)) group.set(said, clean(name));
  }
  known.forEach((number) => group.delete(number)); // 8. a follow-up draws from the others
  const places = n - again;
  const numbers = [...group.keys()];
  const fingerprint = sha([...numbers].sort(byCode).join("\n")); // 3
  const rank = new Map(numbers.map((number) => [number, sha(`${seed}|${number}`)])); // 5
  const order = [...numbers].sort((one, other) => (rank.get(one) < rank.get(other) ? -1 : 1));
  if (!by)
    return { fingerprint, groups: {}, drawn: order.slice(0, places), // 6
      spares: order.slice(places, places + m) };
  const sizes = {};
  group.forEach((name) => (sizes[name] = (sizes[name] ?? 0) + 1));
  const groups = divide(places, sizes);
  const taken = {};
  const drawn = order.filter((number) => {
    const name = group.get(number);
    taken[name] = (taken[name] ?? 0) + 1;
    return taken[name] <= groups[name];
  });
  const spares = order.filter((number) => !drawn.includes(number)).slice(0, m);
  return { fingerprint, groups, drawn, spares };
};

const asked = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify([...asked.cases, ...asked.follow_ups].map(draw)));
