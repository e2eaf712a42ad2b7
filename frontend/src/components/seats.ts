/** Places on a circle, first at the top, clockwise; x and y from -1 to 1. */
export function seats(count: number): { x: number; y: number }[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    return { x: Math.round(Math.sin(angle) * 1e4) / 1e4, y: Math.round(-Math.cos(angle) * 1e4) / 1e4 };
  });
}
