/** What stands for the `:names` of a pattern in a path, or undefined where the path is another one: `/m/tasks/:id`. */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const [wanted, found] = [steps(pattern), steps(path)];
  if (wanted.length !== found.length) return undefined;
  const params: Record<string, string> = {};
  for (const [place, step] of wanted.entries()) {
    const said = found[place] ?? '';
    if (step.startsWith(':')) params[step.slice(1)] = decode(said);
    else if (step !== said) return undefined;
  }
  return params;
}

function steps(path: string): readonly string[] {
  return path.split('/').filter((step) => step !== '');
}

/** A broken escape in a pasted address is a step like any other: it leads to nothing. */
function decode(step: string): string {
  return /%(?![0-9a-f]{2})/i.test(step) ? step : decodeURIComponent(step);
}
