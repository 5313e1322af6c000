// Reads pixels of screenshots, in the browser itself: no decoder is needed.

// The colours [r, g, b] of one column of a PNG, from top to bottom.
export async function column_of(page, png, x) {
  return page.evaluate(async ([data, at]) => {
    const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context.drawImage(bitmap, 0, 0);
    const { data: pixels } = context.getImageData(at, 0, 1, bitmap.height);
    return Array.from({ length: bitmap.height }, (_, y) => [...pixels.subarray(y * 4, y * 4 + 3)]);
  }, [png.toString('base64'), x]);
}

// How far painted boxes are from the elements over them, in device pixels. The elements must have
// been marked (mark_fields): a blue block within the painted edge, which is dark on white. Blocks
// that are cut say nothing: by the window, or where the browser has not drawn its own tile yet.
export function drifts_of(column) {
  const blue = ([r, g, b]) => b > 200 && r < 60 && g < 60;
  const edge = ([r, g, b]) => r + g + b < 640;
  const found = [];
  let tallest = 0;
  for (let y = 1; y < column.length - 1; ++y) {
    if (!blue(column[y]) || blue(column[y - 1])) continue;
    let end = y;
    while (end < column.length && blue(column[end])) end += 1;
    const distance = (from, step) => {
      for (let d = 0; d < 40; ++d) {
        const pixel = column[from + d * step];
        if (!pixel) return null;  // cut by the window
        if (edge(pixel)) return d;
      }
      return 40;
    };
    const above = distance(y - 1, -1), below = distance(end, 1);
    if (above !== null && below !== null) found.push({ height: end - y, drift: above - below });
    tallest = Math.max(tallest, end - y);
    y = end;
  }
  return found.filter(({ height }) => height >= tallest - 1).map(({ drift }) => drift);
}

export const mark_fields = (page) => page.evaluate(() => {
  for (const input of document.querySelectorAll('#tree input[type=text]')) {
    input.style.background = '#00f';
    input.style.clipPath = 'inset(6px)';
  }
});
