// Makes quicker what works without it: keys, and a board that renews itself without losing one's place.
'use strict';

const cases = () => [...document.querySelectorAll('[data-case] a')];
const typing = target => target.matches('input, select, textarea, [contenteditable]');
let waitingForG = false;

function move(step) {
  const all = cases();
  if (all.length === 0) return;
  const at = all.indexOf(document.activeElement);
  all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))].focus();
}

function press(key) {
  const target = document.querySelector(`[data-key="${key}"]`);
  if (!target) return false;
  if (target.tagName === 'DETAILS') {
    target.open = true;
    target.querySelector('select, textarea, input:not([type=hidden])')?.focus();
  } else {
    target.requestSubmit(target.querySelector('button'));
  }
  return true;
}

// Shift+E: finish this case and go on to the next.
function finishAndGoOn() {
  const button = document.querySelector('[data-next]');
  if (!button) return false;
  const details = button.closest('details');
  if (details && !details.open) {
    details.open = true;
    details.querySelector('select, textarea')?.focus();
  } else {
    button.form.requestSubmit(button);
  }
  return true;
}

function openSheet(event) {
  const sheet = document.getElementById('pintasan');
  if (!sheet) return;
  event.preventDefault();
  sheet.showModal();
}

document.querySelector('[data-sheet]')?.addEventListener('click', openSheet);

// Tells colleagues that somebody writes here, and who else does.
const writing = document.querySelector('[data-writing]');
let saidAt = 0;
async function sayWriting(form) {
  if (!writing || Date.now() - saidAt < 25000) return;
  saidAt = Date.now();
  const body = new URLSearchParams({ __RequestVerificationToken: form.elements.__RequestVerificationToken.value });
  const answer = await fetch(writing.dataset.writing, { method: 'POST', body });
  if (answer.ok) writing.textContent = await answer.text();
}
addEventListener('input', event => {
  if (event.target.matches('[data-page=case] textarea')) sayWriting(event.target.form);
});

// Says before it is sent that it would be refused.
addEventListener('change', event => {
  const field = event.target;
  if (!field.matches('input[type=file]')) return;
  const [files, { most, count, words }] = [[...field.files], field.dataset];
  field.setCustomValidity(files.length > +count || files.reduce((sum, file) => sum + file.size, 0) > +most ? words : '');
  field.reportValidity();
});

addEventListener('keydown', event => {
  if (document.body.dataset.keys === 'off') return; // their owner speaks to the machine, or types by mistake
  if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
  if (waitingForG) {
    waitingForG = false;
    const to = { b: '/papan', d: '/daftar', m: '/peta', a: '/angka' }[event.key];
    if (to) { event.preventDefault(); location.assign(to); }
    return;
  }
  switch (event.key) {
    case 'j': move(1); break;
    case 'k': move(-1); break;
    case 'g': waitingForG = true; break;
    case '?': openSheet(event); break;
    case 'E': if (finishAndGoOn()) event.preventDefault(); break;
    case '/': document.getElementById('cari')?.focus(); event.preventDefault(); break;
    default:
      if ('atmhnre'.includes(event.key) && press(event.key)) event.preventDefault();
  }
});

// The months of the map as a slider: the map changes under it, and the address with it.
const months = document.querySelector('nav.months');
if (months) {
  const links = [...months.querySelectorAll('a')];
  const slider = Object.assign(document.createElement('input'), { type: 'range', max: links.length - 1, value: links.findIndex(link => link.ariaCurrent) });
  let wanted = links[slider.value];
  const show = () => slider.setAttribute('aria-valuetext', wanted.textContent);
  slider.setAttribute('aria-label', months.getAttribute('aria-label'));
  slider.addEventListener('input', async () => {
    const link = wanted = links[slider.value];
    show();
    links.forEach(one => one.toggleAttribute('aria-current', one === link));
    link.setAttribute('aria-current', 'true');
    const answer = await fetch(link.href);
    const fresh = answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.map-page') : null;
    if (link !== wanted) return; // the slider has gone on meanwhile
    if (!fresh) return location.assign(link.href);
    document.querySelector('.map-page').replaceWith(fresh);
    document.querySelector('input[name=bulan]').value = new URL(link.href).searchParams.get('bulan');
    history.replaceState(null, '', link.href);
  });
  show();
  months.prepend(slider);
}

const live = document.querySelector('[data-live]');
if (live && 'EventSource' in window) {
  const source = new EventSource(live.dataset.live);
  source.onmessage = async () => {
    const fresh = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
    const focused = document.activeElement?.closest('[data-case]')?.dataset.case;
    const top = number => document.querySelector(`[data-case="${number}"]`)?.getBoundingClientRect().top;
    const read = focused ?? [...document.querySelectorAll('[data-case]')].find(card => card.getBoundingClientRect().top >= 0)?.dataset.case;
    const before = top(read);
    for (const part of ['.board', '.lane', '.queues', '#belum', '#keadaan']) {
      const [now, then] = [document.querySelector(part), fresh.querySelector(part)];
      if (now && then) now.replaceWith(then);
    }
    if (focused) document.querySelector(`[data-case="${focused}"] a`)?.focus({ preventScroll: true });
    scrollBy({ top: (top(read) ?? before ?? 0) - (before ?? 0), behavior: 'instant' }); // what was being read stays where it was
  };
  addEventListener('pagehide', () => source.close());
}
