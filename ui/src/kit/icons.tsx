import type { ReactNode } from "react";

function icon(paths: ReactNode) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      {paths}
    </svg>
  );
}

/** The few drawings of the interface; each stands beside a word or carries a label of its own. */
export const icons = {
  close: icon(<path d="M4 4l8 8M12 4l-8 8" />),
  down: icon(<path d="M4 6l4 4 4-4" />),
  up: icon(<path d="M4 10l4-4 4 4" />),
  left: icon(<path d="M10 4L6 8l4 4" />),
  right: icon(<path d="M6 4l4 4-4 4" />),
  search: icon(<><circle cx="7" cy="7" r="4" /><path d="M10 10l3.5 3.5" /></>),
  check: icon(<path d="M3 8.5l3.5 3.5L13 4.5" />),
  plus: icon(<path d="M8 3v10M3 8h10" />),
  lock: icon(<><rect x="3.5" y="7" width="9" height="6" rx="1" /><path d="M5.5 7V5a2.5 2.5 0 015 0v2" /></>),
  today: icon(<><rect x="2.5" y="3.5" width="11" height="10" rx="1" /><path d="M2.5 6.5h11M5.5 2v3M10.5 2v3" /></>),
  roles: icon(<><rect x="2.5" y="5" width="11" height="8" rx="1" /><path d="M6 5V3.5h4V5M2.5 9h11" /></>),
  candidates: icon(<><circle cx="8" cy="5.5" r="2.5" /><path d="M3 13.5c.5-3 2.5-4 5-4s4.5 1 5 4" /></>),
  marking: icon(<><path d="M2.5 4h11M2.5 8h5.500M2.5 12h4" /><path d="M9.500 11l1.700 1.700L14 9" /></>),
  rubrics: icon(<><rect x="2.5" y="2.5" width="11" height="11" rx="1" /><path d="M2.5 6h11M2.5 9.800h11M6 6v7.500M9.8 6v7.5" /></>),
  kits: icon(<><rect x="2.5" y="5.5" width="11" height="8" rx="1" /><path d="M6 5.500V3.500h4v2M2.5 9h4M9.500 9h4M6.500 8h3v2h-3z" /></>),
  people: icon(<><circle cx="5.5" cy="6" r="2" /><circle cx="11" cy="6.5" r="1.5" /><path d="M2 13c.3-2.5 1.5-3.5 3.5-3.500S8.7 10.5 9 13M10.5 10c2 0 3 .8 3.5 3" /></>),
  mirror: icon(<><circle cx="8" cy="6.500" r="4" /><path d="M8 10.500v3M5.500 13.500h5M6.300 7.200l2.400-2.400" /></>),
  import: icon(<><path d="M8 2.500v7M5 7l3 3 3-3" /><path d="M2.5 10.500v3h11v-3" /></>),
  journal: icon(<><path d="M4 2.500h8v11H4zM6.5 5.500h3M6.5 8h3" /></>),
  settings: icon(<><path d="M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6" /><circle cx="10" cy="5" r="1.5" /><circle cx="6" cy="11" r="1.5" /></>),
  grip: icon(<path d="M6 3.500v.01M10 3.500v.01M6 8v.01M10 8v.01M6 12.500v.01M10 12.500v.01" strokeWidth="2" />),
  more: icon(<><circle cx="3.5" cy="8" r=".6" /><circle cx="8" cy="8" r=".6" /><circle cx="12.5" cy="8" r=".6" /></>),
  file: icon(<path d="M4 2.500h5l3 3v8H4zM9 2.500v3h3" />),
};
