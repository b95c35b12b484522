import { api } from './api.js';
import { momentOf } from './dom.js';

const shown = document.getElementById('now');
const offset = document.getElementById('offset');
const back = document.getElementById('back-to-now');
let ahead = 0;

/** The product's clock: shown every second, moved by the buttons. */
export function startClock(onFailure) {
  for (const button of document.querySelectorAll('[data-advance], [data-to]')) {
    button.addEventListener('click', async () => {
      const { advance, to } = button.dataset;
      try {
        set(await api.moveClock(to ? { to } : { advanceSeconds: Number(advance) }));
      } catch (failure) {
        onFailure(failure);
      }
    });
  }
  setInterval(tick, 500);
  return refreshClock();
}

export async function refreshClock() {
  set(await api.clock());
}

function set(reading) {
  ahead = new Date(reading.now).getTime() - Date.now();
  const minutes = Math.round(reading.offsetSeconds / 60);
  offset.hidden = minutes === 0;
  offset.textContent = minutes >= 60 ? `+${Math.floor(minutes / 60)} j ${minutes % 60} m` : `+${minutes} m`;
  back.hidden = minutes === 0;
  tick();
}

function tick() {
  const now = new Date(Date.now() + ahead);
  shown.textContent = `${momentOf(now)} WIB`;
  shown.dateTime = now.toISOString();
}
