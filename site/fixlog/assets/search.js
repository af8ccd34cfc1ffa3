/**
 * The search page: the words of a symptom are looked up one by one in Pagefind's index, and the fixes that share most of
 * the rare ones come first. Nobody remembers the words of a fix, so one that lacks some of them is not left out.
 * Nothing but this file is loaded before the first key; without it the page is a plain list.
 */

const page = document.getElementById('search');
const box = document.getElementById('find');
const told = document.getElementById('told');
const found = document.getElementById('found');
const more = document.getElementById('more');
const none = document.getElementById('none');
const choices = ['product', 'state'].map((id) => document.getElementById(id));
const asked = new URLSearchParams(location.search); // As the page was opened: the address changes with each search.

const PAUSE_MS = 150;
const MOST_WORDS = 14;
const SHOWN = 10;
const COMMON = 0.5; // A word that half of the fixes have says nothing, where there are others.

let index = null;
let ranked = [];
let shown = 0;
let turn = 0;
let timer = 0;

/** Pagefind, loaded with the first key; null where there is no index. */
function load() {
  index ??= import(new URL(`${page.dataset.index}pagefind.js`, location.href).href)
    .then(async (pagefind) => {
      await pagefind.options({ excerptLength: 28 });
      await pagefind.init();
      const filters = await pagefind.filters();
      choices.forEach((choice) => fill(choice, filters[choice.id] ?? {}));
      return { pagefind, size: sum(Object.values(filters.product ?? {})) };
    })
    .catch(() => null);
  return index;
}

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

function fill(choice, counts) {
  const wanted = asked.get(choice.id) ?? '';
  choice.hidden = Object.keys(counts).length < 2;
  for (const name of Object.keys(counts).sort((a, b) => counts[b] - counts[a])) choice.append(new Option(name, name));
  choice.value = isIn(choice, wanted) ? wanted : '';
}

const isIn = (choice, name) => [...choice.options].some((option) => option.value === name);

function wordsOf(text) {
  const words = text.toLowerCase().normalize('NFC').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.'’-]*/gu) ?? [];
  return [...new Set(words.map((word) => word.replace(/[.'’-]+$/u, '')))].slice(0, MOST_WORDS);
}

/** Every fix that shares a word, the likeliest first: rare words weigh more, and those that meet in one fix most. */
async function rank({ pagefind, size }, words, filters) {
  const answers = await Promise.all(words.map((word) => pagefind.search(word, { filters })));
  const counts = answers.map(({ results }) => results.length);
  const useful = counts.some((count) => count && count <= size * COMMON);
  const scores = new Map();
  answers.forEach(({ results }, at) => {
    if (!results.length || (useful && counts[at] > size * COMMON)) return;
    const rare = Math.log(1 + size / counts[at]);
    const best = Math.max(...results.slice(0, 50).map(({ score }) => score)) || 1;
    for (const result of results) {
      const known = scores.get(result.id) ?? { result, score: 0 };
      known.score += rare * (0.5 + (0.5 * result.score) / best);
      scores.set(result.id, known);
    }
  });
  const all = [...scores.values()].sort((a, b) => b.score - a.score);
  return all.filter(({ score }) => score >= (all[0]?.score ?? 0) * 0.35).map(({ result }) => result);
}

async function search() {
  const mine = ++turn;
  const text = box.value.trim();
  remember(text);
  const words = wordsOf(text);
  none.hidden = true;
  more.hidden = true;
  if (!words.length) {
    told.textContent = '';
    found.replaceChildren();
    return;
  }
  if (!found.childElementCount) told.textContent = page.dataset.wait;
  const ready = await load();
  if (mine !== turn) return;
  if (!ready) {
    told.textContent = page.dataset.gone;
    return;
  }
  const filters = Object.fromEntries(choices.filter(({ value }) => value).map(({ id, value }) => [id, value]));
  const results = await rank(ready, words, filters).catch(() => null);
  if (mine !== turn) return;
  if (!results) {
    told.textContent = page.dataset.gone;
    return;
  }
  ranked = results;
  shown = 0;
  told.textContent = ranked.length ? counted(ranked.length) : page.dataset.none;
  none.hidden = ranked.length > 0;
  await show(mine, words, true);
}

/** "3 fixes come near", in the page's language: its own sentence, with our number in it. */
function counted(count) {
  const { one, other, count: number } = page.dataset;
  return count === 1 ? one : other.replace(number, count.toLocaleString(document.documentElement.lang));
}

async function show(mine, words, anew) {
  const next = await Promise.all(ranked.slice(shown, shown + SHOWN).map((result) => result.data()));
  if (mine !== turn) return;
  const items = next.map((data) => item(data, words));
  if (anew) found.replaceChildren(...items);
  else found.append(...items);
  shown += next.length;
  more.hidden = shown >= ranked.length;
  if (!anew) items[0]?.querySelector('a').focus();
}

function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function item({ url, meta, plain_excerpt: words }, sought) {
  const facts = [meta.status, meta.product].filter(Boolean).map((fact) => el('li', { dir: 'auto' }, fact));
  return el(
    'li', {},
    el('h3', {}, el('a', { href: url, dir: 'auto' }, meta.title ?? url)),
    el('p', { dir: 'auto' }, ...marked(words ?? '', sought)),
    el('ul', { class: 'facts' }, ...facts),
  );
}

/** The excerpt with the words that were sought marked. */
function marked(text, sought) {
  return text.split(/(\s+)/u).map((part) => (
    wordsOf(part).some((word) => sought.some((one) => alike(word, one))) ? el('mark', {}, part) : part
  ));
}

const alike = (a, b) => a === b || (Math.min(a.length, b.length) > 3 && (a.startsWith(b) || b.startsWith(a)));

/** What is chosen, or was asked for while there is nothing to choose from yet. */
const chosen = (choice) => (choice.options.length > 1 ? choice.value : asked.get(choice.id));

/** The address leads back to this search. */
function remember(text) {
  const told = [['q', text], ...choices.map((choice) => [choice.id, chosen(choice)])].filter(([, value]) => value);
  history.replaceState(null, '', `${location.pathname}${told.length ? `?${new URLSearchParams(told)}` : ''}`);
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(() => void search(), PAUSE_MS);
}

box.form.addEventListener('submit', (event) => {
  event.preventDefault();
  void search();
});
box.addEventListener('input', later);
choices.forEach((choice) => choice.addEventListener('change', () => void search()));
more.addEventListener('click', () => void show(turn, wordsOf(box.value), false));

page.hidden = false;
box.value = asked.get('q') ?? '';
if (box.value) void search();
else box.focus();
