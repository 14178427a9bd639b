// Finds things in the page by role and accessible name, as assistive technology does. Runs inside the window under test.
const ROLES = {
  button: 'button, [role=button], summary, input[type=submit]',
  link: 'a[href], [role=link]',
  tab: '[role=tab]',
  // The driver cannot click a table's row as such; a row is found by the cell that names it.
  row: '[role=rowheader]',
  cell: 'td, th, [role=gridcell], [role=cell], [role=rowheader], [role=columnheader]',
  option: '[role=option]',
  menuitem: '[role=menuitem]',
  checkbox: 'input[type=checkbox], [role=checkbox], [role=switch]',
  radio: 'input[type=radio], [role=radio]',
  heading: 'h1, h2, h3, h4, [role=heading]',
  dialog: 'dialog, [role=dialog], [role=alertdialog]',
  list: 'select, button[aria-haspopup=listbox], [role=combobox]',
  textbox: 'textarea, [role=textbox], [role=searchbox], [role=spinbutton], ' +
    'input:not([type=checkbox]):not([type=radio]):not([type=submit]):not([type=hidden]):not([type=file])',
  any: '*',
};
const flat = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const byIds = (ids) => flat(ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
const visible = (element) => {
  if (element.closest('[aria-hidden=true]')) return false;
  // A radio or checkbox is often drawn by its label, which is then what a person sees and clicks.
  const box = (element.closest('label') ?? element).getBoundingClientRect();
  return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== 'hidden';
};
const names = (element) => {
  const labelled = element.getAttribute('aria-labelledby');
  return [
    element.getAttribute('aria-label'),
    labelled && byIds(labelled),
    // A list's button is named by its label and by what is chosen; either will do.
    ...(labelled ? labelled.split(/\s+/).map(byIds) : []),
    ...Array.from(element.labels ?? [], (label) => label.textContent),
    element.getAttribute('title'),
    element.getAttribute('placeholder'),
    element.matches('input, textarea, select') ? null : element.textContent,
  ].map(flat).filter(Boolean);
};
const matches = (name, wanted) =>
  wanted.endsWith('…') && name !== wanted ? name.startsWith(wanted.slice(0, -1)) : name === wanted;
// Of these, the ones in the smallest part of the page that a heading with these words stands over.
const nearest = (heading, found) => {
  const over = Array.from(document.querySelectorAll(ROLES.heading)).find((element) => flat(element.textContent) === heading);
  for (let part = over?.parentElement; part; part = part.parentElement) {
    const inside = found.filter((element) => part.contains(element));
    if (inside.length > 0) return inside;
  }
  return [];
};
const find = (role, wanted, heading) => {
  // A dialog that is open makes everything behind it unreachable.
  const dialogs = Array.from(document.querySelectorAll(ROLES.dialog)).filter(visible);
  const scope = dialogs.at(-1) ?? document;
  const popover = Array.from(document.querySelectorAll('[role=listbox], [role=menu]')).filter(visible);
  const found = [...(role === 'option' || role === 'menuitem' ? popover : []), scope]
    .flatMap((place) => Array.from(place.querySelectorAll(ROLES[role] ?? `[role=${role}]`)))
    .filter((element) => visible(element) && names(element).some((name) => matches(name, wanted)));
  const near = heading ? nearest(heading, found) : found;
  const inner = near.filter((element) => !near.some((other) => other !== element && element.contains(other)));
  const element = inner[0] ?? null;
  return element?.matches('input[type=radio], input[type=checkbox]') ? (element.closest('label') ?? element) : element;
};
const shown = () => flat(document.body.innerText);
