import { createHashHistory, createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router";
import { CandidatesScreen } from "../features/candidates/CandidatesScreen";
import { NewCandidatesScreen } from "../features/candidates/NewCandidatesScreen";
import { CaptureScreen } from "../features/capture/CaptureScreen";
import { ImportReportScreen } from "../features/import/ImportReportScreen";
import { ImportScreen } from "../features/import/ImportScreen";
import { JournalScreen } from "../features/journal/JournalScreen";
import { KitScreen } from "../features/kits/KitScreen";
import { KitsScreen } from "../features/kits/KitsScreen";
import { MirrorScreen } from "../features/mirror/MirrorScreen";
import { PeopleScreen } from "../features/people/PeopleScreen";
import { BesideScreen } from "../features/portfolio/BesideScreen";
import { NewRoleScreen } from "../features/roles/NewRoleScreen";
import { RolesScreen } from "../features/roles/RolesScreen";
import { RubricScreen } from "../features/rubrics/RubricScreen";
import { RubricsScreen } from "../features/rubrics/RubricsScreen";
import { AgainScreen } from "../features/scorecards/AgainScreen";
import { MarkingListScreen } from "../features/scorecards/marking/MarkingListScreen";
import { MarkingScreen } from "../features/scorecards/marking/MarkingScreen";
import { RoomScreen } from "../features/scorecards/room/RoomScreen";
import { SettingsScreen } from "../features/settings/SettingsScreen";
import { StartScreen } from "../features/start/StartScreen";
import { FormImportScreen } from "../features/submissions/FormImportScreen";
import { CandidateRoute } from "./CandidateRoute";
import { DebriefRoute } from "./DebriefRoute";
import { Failure } from "./Failure";
import { Frame } from "./Frame";
import { NotFound } from "./NotFound";
import { readOptions, queryClient } from "./queries";
import { RoleRoute } from "./RoleRoute";
import { ScorecardRoute } from "./ScorecardRoute";
import { Shell } from "./Shell";
import { TodayRoute } from "./TodayRoute";

const root = createRootRoute({ component: Shell, errorComponent: Failure, notFoundComponent: NotFound });

/** Everything but the start needs an open workspace. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: Frame,
  beforeLoad: async () => {
    const start = await queryClient.ensureQueryData(readOptions("appStart", []));
    if (!start.workspace) throw redirect({ to: "/start" });
  },
});

const under = () => inside;
const index = createRoute({ getParentRoute: under, path: "/", beforeLoad: () => { throw redirect({ to: "/today" }); } });
const start = createRoute({ getParentRoute: () => root, path: "/start", component: StartScreen });
const today = createRoute({ getParentRoute: under, path: "/today", component: TodayRoute });
const roles = createRoute({ getParentRoute: under, path: "/roles", component: RolesScreen });
const newRole = createRoute({ getParentRoute: under, path: "/roles/new", component: NewRoleScreen });
const role = createRoute({ getParentRoute: under, path: "/roles/$roleId", component: RoleRoute, validateSearch: placeOf(["pipeline", "interviews", "plan", "debrief", "figures", "measurement", "dossier"], ["part", "view", "open"]) });
const debrief = createRoute({ getParentRoute: under, path: "/roles/$roleId/debrief/$applicationId", component: DebriefRoute, validateSearch: placeOf(["walk"], ["step"]) });
const candidates = createRoute({ getParentRoute: under, path: "/candidates", component: CandidatesScreen });
const newCandidates = createRoute({ getParentRoute: under, path: "/candidates/new", component: NewCandidatesScreen });
const candidate = createRoute({ getParentRoute: under, path: "/candidates/$candidateId", component: CandidateRoute, validateSearch: placeOf(["overview", "portfolio", "submissions", "scorecards", "history", "privacy", "dossier"], ["snapshot", "repo", "kind", "record"]) });
const beside = createRoute({ getParentRoute: under, path: "/beside", component: BesideScreen, validateSearch: placeOf(["facts"], ["left", "right", "leftSnapshot", "rightSnapshot", "kind"]) });
// With its slash it is the index of its folder; without, the empty rest of "/rubrics/$" would win over it.
const rubrics = createRoute({ getParentRoute: under, path: "/rubrics/", component: RubricsScreen });
const rubric = createRoute({ getParentRoute: under, path: "/rubrics/$", component: RubricScreen, validateSearch: tabOf(["read", "compare", "edit"]) });
const kits = createRoute({ getParentRoute: under, path: "/kits/", component: KitsScreen });
const kit = createRoute({ getParentRoute: under, path: "/kits/$", component: KitScreen });
const people = createRoute({ getParentRoute: under, path: "/people", component: PeopleScreen });
const imports = createRoute({ getParentRoute: under, path: "/import", component: ImportScreen });
const importReport = createRoute({ getParentRoute: under, path: "/import/$importId", component: ImportReportScreen });
const capture = createRoute({ getParentRoute: under, path: "/capture", component: CaptureScreen });
const scorecard = createRoute({ getParentRoute: under, path: "/interviews/$interviewId", component: ScorecardRoute });
const marking = createRoute({ getParentRoute: under, path: "/marking", component: MarkingListScreen });
const markingTopic = createRoute({ getParentRoute: under, path: "/marking/$assessmentId", component: MarkingScreen, validateSearch: wordsOf(["topic"]) });
const formImport = createRoute({ getParentRoute: under, path: "/submissions/form", component: FormImportScreen, validateSearch: wordsOf(["assessment", "role"]) });
const room = createRoute({ getParentRoute: under, path: "/interviews/$interviewId/room", component: RoomScreen, staticData: { bare: true } });
const mirror = createRoute({ getParentRoute: under, path: "/mirror", component: MirrorScreen });
const again = createRoute({ getParentRoute: under, path: "/mirror/again/$interviewId", component: AgainScreen });
const journal = createRoute({ getParentRoute: under, path: "/journal", component: JournalScreen });
const settings = createRoute({ getParentRoute: under, path: "/settings", component: SettingsScreen });

const screens = [today, roles, newRole, role, debrief, candidates, newCandidates, candidate, beside, rubrics, rubric, kits, kit, people, imports, importReport, capture, scorecard, room, marking, markingTopic, formImport, mirror, again, journal, settings];

/** A place's tab stands in its address, so that Back and Forward pass through tabs. */
function tabOf<T extends string>(tabs: readonly [T, ...T[]]) {
  return (search: Record<string, unknown>): { tab?: T } => {
    const tab = tabs.find((name) => name === search.tab);
    return tab ? { tab } : {};
  };
}

/** A tab, and what else is open at a place; what an address names wrongly is left out. */
function placeOf<T extends string, K extends string>(tabs: readonly [T, ...T[]], keys: readonly K[]) {
  const [tab, words] = [tabOf(tabs), wordsOf(keys)];
  return (search: Record<string, unknown>): { tab?: T } & { [key in K]?: string } => ({ ...tab(search), ...words(search) });
}

/** What else is open at a place. */
function wordsOf<K extends string>(keys: readonly K[]) {
  return (search: Record<string, unknown>): { [key in K]?: string } => {
    const words = keys.flatMap((key) => (typeof search[key] === "string" ? [[key, search[key]]] : []));
    return Object.fromEntries(words) as { [key in K]?: string };
  };
}

export const router = createRouter({
  routeTree: root.addChildren([start, inside.addChildren([index, ...screens])]),
  history: createHashHistory(),
  defaultErrorComponent: Failure,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** The place has the whole window to itself: no sidebar, no breadcrumb. */
    bare?: boolean;
  }
}

declare global {
  interface Window {
    /** Every route's path, for whoever checks all screens. */
    __assayRoutes: string[];
  }
}

window.__assayRoutes = [start, ...screens].map((route) => route.fullPath.replace(/\/$/, ""));
