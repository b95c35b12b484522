import { api } from './api.js';
import { el } from './dom.js';
import { icon } from './icons.js';

const kinds = [
  { kind: 'photo', label: 'Kirim foto', accept: 'image/*' },
  { kind: 'video', label: 'Kirim video', accept: 'video/*' },
  { kind: 'voice', label: 'Kirim rekaman suara', accept: 'audio/*' },
  { kind: 'document', label: 'Kirim berkas', accept: '' },
];

/** The lower edge of a phone: reply keyboard, attachments, text. */
export function composer(phone) {
  const name = phone.person.name;
  let context = null;
  const input = el('textarea', { rows: '1', maxlength: '4096', placeholder: 'Tulis pesan', 'aria-label': `Tulis pesan sebagai ${name}` });
  const about = el('div', { class: 'about', hidden: true });
  const keys = el('div', { class: 'keys', role: 'group', 'aria-label': 'Papan tombol', hidden: true });
  const form = el('form', { class: 'write', onsubmit: (event) => { event.preventDefault(); send(); } },
    kinds.map((kind) => attach(kind)),
    el('button', { type: 'button', class: 'tool', 'aria-label': 'Kirim titik lokasi', title: 'Kirim titik lokasi', onclick: () => phone.sendPin() }, icon('pin')),
    input,
    el('button', { class: 'tool send', 'aria-label': 'Kirim', title: 'Kirim' }, icon('send')));
  const begin = el('button', { type: 'button', class: 'strong wide', onclick: () => phone.run(api.start(phone.id)) }, 'Mulai');
  const unblock = el('button', { type: 'button', class: 'strong wide', onclick: () => phone.toggleBlock() }, 'Buka blokir bot');
  const element = el('footer', {}, about, form, keys, begin, unblock);

  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape') {
      forget();
    }
  });
  input.addEventListener('input', grow);

  return {
    element,
    show({ started, blocked, keys: rows }) {
      form.hidden = blocked || !started;
      begin.hidden = blocked || started;
      unblock.hidden = !blocked;
      keys.hidden = !rows || form.hidden;
      keys.replaceChildren(...(rows ?? []).map((row) => el('div', { class: 'buttons' },
        row.map((key) => el('button', { type: 'button', class: 'key', onclick: () => phone.pressKey(key) }, key.location ? [icon('pin'), key.text] : key.text)))));
    },
    focus: () => [begin, unblock, input].find((control) => control.checkVisibility())?.focus(),
    reply: (message) => remember('Membalas', { replyTo: message.id }, message.text ?? message.caption ?? '…', ''),
    edit: (message) => remember('Mengubah', { edit: message.id }, message.text, message.text),
  };

  async function send() {
    const text = input.value.trim();
    if (!text) {
      return;
    }
    const action = context?.edit ? api.edit(phone.id, context.edit, text) : api.text(phone.id, text, context?.replyTo);
    if (await phone.run(action)) {
      input.value = '';
      forget();
      grow();
    }
  }

  function remember(label, next, quoted, value) {
    context = next;
    about.replaceChildren(el('span', {}, `${label}: ${quoted}`),
      el('button', { type: 'button', class: 'mini', 'aria-label': 'Batal', onclick: forget }, '×'));
    about.hidden = false;
    input.value = value;
    grow();
    input.focus();
  }

  function forget() {
    if (context?.edit) {
      input.value = '';
    }
    context = null;
    about.hidden = true;
  }

  function grow() {
    input.style.height = 'auto';
    if (input.value) {
      input.style.height = `${Math.min(input.scrollHeight, 110)}px`;
    }
  }

  function attach({ kind, label, accept }) {
    const picker = el('input', { type: 'file', accept, hidden: true, tabindex: '-1', 'data-kind': kind, 'aria-label': label, multiple: kind !== 'voice' });
    picker.addEventListener('change', async () => {
      const files = [...picker.files].slice(0, 10);
      picker.value = '';
      if (files.length > 0 && await phone.run(api.files(phone.id, kind, files, input.value.trim()))) {
        input.value = '';
      }
    });
    return [picker, el('button', { type: 'button', class: 'tool', 'aria-label': label, title: label, onclick: () => picker.click() }, icon(kind))];
  }
}
