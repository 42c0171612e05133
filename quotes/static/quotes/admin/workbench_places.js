// Places in the text of the workbench, in code points as the server counts them: JavaScript itself
// counts UTF-16 units, two for 𝔘 and for most emoji.
"use strict";
window.workbench = {};
{
  const length = (string) => {
    let count = 0;
    for (const _point of string) {
      count += 1;
    }
    return count;
  };

  // The place in code points of a position in the document.
  const placeOf = (root, node, unit) => {
    const before = document.createRange();
    before.setStart(root, 0);
    before.setEnd(node, unit);
    return length(before.toString());
  };

  // The selected stretch of the text, cut to it; null where nothing of it is selected.
  const selected = (root) => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) {
      return null;
    }
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(root)) {
      return null;
    }
    const whole = length(root.textContent);
    const start = root.contains(range.startContainer) ? placeOf(root, range.startContainer, range.startOffset) : 0;
    const end = root.contains(range.endContainer) ? placeOf(root, range.endContainer, range.endOffset) : whole;
    return start < end ? { start, end } : null;
  };

  // Where words begin and end, in code points.
  const wordsOf = (text, language) => {
    const starts = [], ends = [];
    let place = 0;
    const take = (piece, isWord) => {
      const end = place + length(piece);
      if (isWord) {
        starts.push(place);
        ends.push(end);
      }
      place = end;
    };
    if (window.Intl && Intl.Segmenter) {
      for (const part of new Intl.Segmenter(language || undefined, { granularity: "word" }).segment(text)) {
        take(part.segment, part.isWordLike);
      }
    } else {
      for (const piece of text.split(/(\s+)/)) {
        take(piece, /\S/.test(piece));
      }
    }
    return { starts, ends };
  };

  const after = (places, place) => places.find((one) => one > place);
  const before = (places, place) => places.findLast((one) => one < place);

  // The stretch with one border a word further on (or back); null where that leaves nothing.
  const moved = (words, stretch, border, forward) => {
    const places = border === "start" ? words.starts : words.ends;
    const place = (forward ? after : before)(places, stretch[border]);
    const found = { ...stretch, [border]: place };
    return place !== undefined && found.start < found.end ? found : null;
  };

  // The first sentence or line that begins behind a place: marked where nothing is selected.
  const sentenceBehind = (text, place) => {
    const from = Math.max(0, place - 1);
    const rest = Array.from(text).slice(from).join("");
    const begins = place ? /(?:[.!?…]["“”»«'’]?\s+|\n)/ : /^\s*/;
    const sentence = /(\S[^\n]*?(?:[.!?](?=\s|$)|(?=\n|$)))/;
    const found = new RegExp(begins.source + sentence.source, "u").exec(rest);
    if (!found) {
      return null;
    }
    const start = from + length(rest.slice(0, found.index + found[0].length - found[1].length));
    return { start, end: start + length(found[1]) };
  };

  Object.assign(window.workbench, { length, selected, wordsOf, moved, sentenceBehind });
}
