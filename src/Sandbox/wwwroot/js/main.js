import { api, follow } from './api.js';
import { el, announce } from './dom.js';
import { Phone } from './phone.js';
import { startClock, refreshClock } from './clock.js';

const find = (id) => document.getElementById(id);
const stage = find('stage');
const columns = Object.fromEntries(['residents', 'officers', 'coordinators'].map((name) => [name, el('div', { class: `group ${name}` })]));
const order = ['camat', 'kapolsek', 'danramil'];
const phones = new Map();
let [bot, kecamatan, chosen] = [null, [], null];

stage.append(...Object.values(columns));

function columnOf(person) {
  return ['coordinator', 'counsellor'].includes(person.role) ? columns.coordinators : order.includes(person.role) ? columns.officers : columns.residents;
}

async function addPhone(person, chats) {
  if (phones.has(person.id)) {
    return;
  }
  const phone = new Phone(person, bot, kecamatan);
  phones.set(person.id, phone);
  const column = columnOf(person);
  const rank = order.indexOf(person.role);
  const after = [...column.children].find((other) => order.indexOf(phones.get(Number(other.dataset.person)).person.role) > rank);
  column.insertBefore(phone.element, after ?? null);
  choose();
  await phone.load((chats ?? await api.chats()).find((chat) => chat.id === person.id));
}

/** Shows the officers of the chosen kecamatan; those of others wait behind. */
function choose() {
  for (const phone of phones.values()) {
    phone.element.hidden = Boolean(phone.person.place && chosen && phone.person.place !== chosen);
  }
}

async function readAll() {
  find('offline').hidden = true;
  [bot, kecamatan] = await Promise.all([api.bot(), api.kecamatan()]);
  const [people, chats, web] = await Promise.all([api.people(), api.chats(), api.web()]);
  fillKecamatan(people);
  for (const person of people) {
    const phone = phones.get(person.id);
    await (phone ? phone.load(chats.find((chat) => chat.id === person.id)) : addPhone(person, chats));
  }
  if (web.url) {
    find('web').href = web.url;
    find('web').hidden = false;
  }
  await refreshClock();
}

function fillKecamatan(people) {
  const select = find('kecamatan');
  chosen ??= people.find((person) => person.place)?.place ?? kecamatan[0]?.code ?? null;
  select.replaceChildren(...kecamatan.map((one) => el('option', { value: one.code }, one.name)));
  select.value = chosen ?? '';
  select.closest('label').hidden = kecamatan.length < 2;
}

find('kecamatan').addEventListener('change', async (event) => {
  chosen = event.target.value;
  choose();
  try {
    await api.bindKecamatan(chosen);
  } catch (failure) {
    warn(failure);
  }
});

find('add-resident').addEventListener('click', () => {
  const dialog = find('person-dialog');
  dialog.returnValue = '';
  find('person-name').value = '';
  dialog.showModal();
  dialog.onclose = async () => {
    if (dialog.returnValue === 'ok') {
      try {
        const person = await api.addPerson({ name: find('person-name').value, language: find('person-language').value });
        await addPhone(person);
        phones.get(person.id).element.scrollIntoView({ inline: 'nearest', block: 'nearest' });
        phones.get(person.id).composer.focus();
      } catch (failure) {
        warn(failure);
      }
    }
  };
});

for (const button of document.querySelectorAll('[data-close]')) {
  button.addEventListener('click', () => button.closest('dialog').close(''));
}

const hint = find('hint');
hint.hidden = localStorage.getItem('hint') === 'hidden';
find('hide-hint').addEventListener('click', () => {
  hint.hidden = true;
  localStorage.setItem('hint', 'hidden');
  stage.focus();
});

function warn(failure) {
  announce(failure.message);
  const line = find('offline');
  line.textContent = failure.message;
  line.hidden = false;
  setTimeout(() => { line.hidden = true; }, 8000);
}

const on = (handle) => (message) => {
  const phone = phones.get(message.chat ?? message.id);
  return phone && handle(phone, message);
};

await startClock(warn);
follow({
  message: on((phone, message) => phone.receive(message)),
  edit: on((phone, message) => phone.replace(message)),
  delete: on((phone, message) => phone.replace(message)),
  answer: on((phone, query) => phone.answer(query)),
  typing: on((phone) => phone.typing()),
  chat: on((phone, chat) => phone.change(chat)),
  person: (person) => addPhone(person),
  clock: refreshClock,
}, readAll, () => {
  find('offline').textContent = 'Sambungan ke bak pasir terputus. Mencoba lagi…';
  find('offline').hidden = false;
});
