/** Nine places and nobody missing: the sign of the system. */
export function CountySign({ size }: { readonly size: number }) {
  const places = [2, 9, 16];
  return (
    <svg viewBox="0 0 22 22" width={size} height={size} aria-hidden="true" focusable="false" className="nol-sign">
      {places.flatMap((y) => places.map((x) => <rect key={`${x}/${y}`} x={x} y={y} width="4" height="4" rx="1" />))}
    </svg>
  );
}
