import { el, announce } from './dom.js';

const plain = { bold: 'b', italic: 'i', underline: 'u', strikethrough: 's', blockquote: 'blockquote', expandable_blockquote: 'blockquote' };

/** Turns text and its entities into nodes; entities may nest but never cross. `actions` says what a tap on a command does. */
export function formatted(text, entities, actions) {
  return range(text, [...(entities ?? [])], 0, text.length, actions);
}

function range(text, entities, from, to, actions) {
  const nodes = [];
  let at = from;
  while (entities.length > 0 && entities[0].offset < to) {
    const entity = entities.shift();
    if (entity.offset > at) {
      nodes.push(text.slice(at, entity.offset));
    }
    const end = Math.min(entity.offset + entity.length, to);
    const inner = range(text, entities, entity.offset, end, actions);
    nodes.push(mark(entity, inner, text.slice(entity.offset, end), actions));
    at = end;
  }
  if (at < to) {
    nodes.push(text.slice(at, to));
  }
  return nodes;
}

function mark(entity, inner, words, actions) {
  switch (entity.type) {
    case 'code':
    case 'pre':
      return !actions.copies ? el('code', { class: `copy ${entity.type}` }, inner) : el('button', { type: 'button', class: `copy ${entity.type}`, title: 'Salin', onclick: () => copy(words) }, el('code', {}, inner));
    case 'spoiler':
      return spoiler(inner);
    case 'url':
    case 'text_link':
      return link(entity.url ?? words, inner, actions);
    case 'bot_command':
      return el('button', { type: 'button', class: 'command', onclick: () => actions.command(words) }, inner);
    default:
      return el(plain[entity.type] ?? 'span', {}, inner);
  }
}

/** A span, because a button does not wrap with the line around it. */
function spoiler(inner) {
  const hidden = el('span', {
    class: 'spoiler', role: 'button', tabindex: '0', 'aria-expanded': 'false', 'aria-label': 'Tampilkan teks tersembunyi',
    onclick: show,
    onkeydown: (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        show();
      }
    },
  }, el('span', {}, inner));
  return hidden;

  function show() {
    hidden.setAttribute('aria-expanded', 'true');
    hidden.removeAttribute('aria-label');
  }
}

function link(url, inner, actions) {
  const start = startPayload(url);
  if (start !== null) {
    return el('button', { type: 'button', class: 'command', onclick: () => actions.start(start) }, inner);
  }
  return /^https?:\/\//i.test(url) ? el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, inner) : el('span', {}, inner);
}

/** The payload of a deep link to a bot; null where the address is no such link. */
export function startPayload(url) {
  try {
    const address = new URL(url);
    return address.host === 't.me' && address.searchParams.has('start') ? address.searchParams.get('start') : null;
  } catch {
    return null;
  }
}

async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    announce('Disalin.');
  } catch {
    announce('Tidak dapat menyalin di peramban ini.');
  }
}
