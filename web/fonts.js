// Glyphs from the user's own fonts, by Canvas 2D (src/ui/glyph_source.h). Text is drawn into a
// mirror of the atlas and goes from canvas to texture without being read back: protection against
// fingerprinting spoils what is read.

const weights = ['400', '700'];
const cell_words = 9;  // sizeof(GlyphCell) / 4

const is_ideograph = (code) => code >= 0x3400 && code <= 0x9fff;

function new_canvas(width, height) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.lang = 'ja';
  return canvas;
}

// willReadFrequently keeps the canvas in memory, where uploads to WebGL are cheap.
function context_of(canvas) {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  if ('fontKerning' in context) context.fontKerning = 'none';
  return context;
}

export function create_fonts(family) {
  const advances = new Map();
  let ruler = null, mirror = null, context = null, stage = null, stage_context = null;

  function use_font(target, weight, px) {
    const font = `${weights[weight]} ${px}px ${family}`;
    if (target.font_in_use === font) return;
    target.font = font;
    target.font_in_use = font;
  }

  function measure(weight, px, text) {
    ruler ??= context_of(new_canvas(8, 8));
    use_font(ruler, weight, px);
    return ruler.measureText(text);
  }

  // Ideographs are all as wide as each other.
  function advance(weight, px, code) {
    const face = weight * 0x10000 + px;
    if (!advances.has(face)) advances.set(face, new Map());
    const widths = advances.get(face), key = is_ideograph(code) ? 0 : code;
    let width = widths.get(key);
    if (width === undefined) {
      width = measure(weight, px, String.fromCodePoint(code)).width;
      widths.set(key, width);
    }
    return width;
  }

  // Painting advances by whole device pixels, the browser by fractions: the space between letters
  // that makes both equally long. `font` in CSS pixels.
  function spacing(bold, font, density, text) {
    const px = Math.round(font * density);
    if (px === font * density && !/[\x20-\u2fff]/.test(text)) return 0;
    let painted = 0, natural = 0, count = 0;
    for (const character of text) {
      const wide = advance(bold ? 1 : 0, px, character.codePointAt(0));
      painted += Math.round(wide);
      natural += wide;
      count += 1;
    }
    return (painted / density - natural * font / px) / count;
  }

  const is_coloured = (code) =>
    code >= 0x2300 && /\p{Emoji_Presentation}/u.test(String.fromCodePoint(code));

  function vertical(weight, px) {
    const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } =
      measure(weight, px, '漢');
    return ascent > 0 ? [ascent, descent] : [px * 0.88, px * 0.12];
  }

  function ink(weight, px, code) {
    const m = measure(weight, px, String.fromCodePoint(code));
    return [m.width, m.actualBoundingBoxLeft, m.actualBoundingBoxRight,
      m.actualBoundingBoxAscent, m.actualBoundingBoxDescent];
  }

  function reset(width, height, rgba) {
    mirror = new_canvas(width, height);
    context = context_of(mirror);
    context.putImageData(new ImageData(new Uint8ClampedArray(rgba), width, height), 0, 0);
  }

  // `cells` are GlyphCells in memory. Drawn in black, whose edges browsers render best, then
  // recoloured, since the painter tints white glyphs.
  function draw(buffer, at, count) {
    const words = new Int32Array(buffer, at, count * cell_words);
    const floats = new Float32Array(buffer, at, count * cell_words);
    const bytes = new Uint8Array(buffer, at, count * cell_words * 4);
    context.globalCompositeOperation = 'source-over';
    context.fillStyle = '#000';
    for (let i = 0; i < words.length; i += cell_words) {
      const [x, y, width, height, origin_x, origin_y] = words.subarray(i, i + 6);
      context.clearRect(x, y, width, height);
      use_font(context, bytes[(i + 8) * 4], floats[i + 6]);
      context.fillText(String.fromCodePoint(words[i + 7]), x + origin_x, y + origin_y);
    }
    context.globalCompositeOperation = 'source-atop';
    context.fillStyle = '#fff';
    for (let i = 0; i < words.length; i += cell_words) {
      if (bytes[(i + 8) * 4 + 1] === 0) context.fillRect(...words.subarray(i, i + 4));
    }
  }

  // A small part is staged: some browsers convert the whole source canvas at every upload.
  function upload(gl, texture, x, y, width, height) {
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 4);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    const target = [gl.TEXTURE_2D, 0, x, y, width, height, gl.RGBA, gl.UNSIGNED_BYTE];
    if (width * height * 2 < mirror.width * mirror.height) {
      stage ??= new_canvas(width, height);
      stage_context ??= stage.getContext('2d', { willReadFrequently: true });
      stage.width = width;
      stage.height = height;
      stage_context.drawImage(mirror, x, y, width, height, 0, 0, width, height);
      gl.texSubImage2D(...target, stage);
    } else {
      gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, x);
      gl.pixelStorei(gl.UNPACK_SKIP_ROWS, y);
      gl.texSubImage2D(...target, mirror);
      gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, 0);
      gl.pixelStorei(gl.UNPACK_SKIP_ROWS, 0);
    }
  }

  // Without a Japanese font every character measures like one that no font has.
  function has_japanese() {
    const metrics = (text) => {
      const m = measure(0, 64, text);
      return [m.width, m.actualBoundingBoxLeft, m.actualBoundingBoxRight,
        m.actualBoundingBoxAscent, m.actualBoundingBoxDescent].join();
    };
    const nothing = metrics('\u{10FFFD}');
    return ['漢', 'の', '円', '髙'].some((text) => metrics(text) !== nothing);
  }

  return { advance, spacing, vertical, ink, is_coloured, reset, draw, upload, has_japanese };
}
