/** How often a time of the first kind is longer than one of the second: 0.5 when nothing tells them apart. */
export function auc(first: readonly number[], second: readonly number[]): number {
  const all = [
    ...first.map((time) => ({ time, isFirst: true })),
    ...second.map((time) => ({ time, isFirst: false })),
  ];
  all.sort((a, b) => a.time - b.time);
  let rankSum = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end]!.time === all[start]!.time) end++;
    // Equal times share the mean of their ranks.
    const rank = (start + 1 + end) / 2;
    for (let place = start; place < end; place++) if (all[place]!.isFirst) rankSum += rank;
    start = end;
  }
  return (rankSum - (first.length * (first.length + 1)) / 2) / (first.length * second.length);
}
