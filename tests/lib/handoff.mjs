// The bytes of a value inside a hand-off, as they stand there: a JSON reader would lose them.
export function inside(handoff, name) {
  const start = handoff.indexOf(`\n      "${name}": {`) + `\n      "${name}": `.length;
  let depth = 0;
  for (let at = start; at < handoff.length; at += 1) {
    const c = handoff[at];
    if (c === '"') {
      for (at += 1; handoff[at] !== '"'; at += 1) if (handoff[at] === '\\') at += 1;
    } else if (c === '{' || c === '[') {
      depth += 1;
    } else if (c === '}' || c === ']') {
      depth -= 1;
      if (depth === 0) return handoff.slice(start, at + 1);
    }
  }
  throw new Error(`no "${name}" inside`);
}
