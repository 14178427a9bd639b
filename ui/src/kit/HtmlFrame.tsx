import styles from "./HtmlFrame.module.css";
import { useDark } from "./useDark";

const COLOURS = {
  light: { ink: "#1b1a18", paper: "#ffffff", line: "#ddd8d0", accent: "#235a97", muted: "#5e5a54" },
  dark: { ink: "#eeebe6", paper: "#1e1c1a", line: "#37332f", accent: "#8dbbec", muted: "#b0aaa1" },
};

/** Foreign HTML (already sanitised) in a frame that runs nothing, loads nothing and follows no link. */
export function HtmlFrame({ title, html }: { title: string; html: string }) {
  const dark = useDark();
  return <iframe className={styles.frame} title={title} sandbox="" referrerPolicy="no-referrer" srcDoc={frameDocument(html, dark)} />;
}

/** The document of the frame: a policy that forbids everything but its own style and inlined pictures, then the text. */
export function frameDocument(html: string, dark: boolean): string {
  const c = dark ? COLOURS.dark : COLOURS.light;
  const style = `:root{color-scheme:${dark ? "dark" : "light"}}body{margin:0;padding:4px 16px 24px;max-width:72ch;font:14px/22px "Inter Variable","DejaVu Sans",sans-serif;color:${c.ink};background:${c.paper};overflow-wrap:anywhere}a{color:${c.accent};pointer-events:none}pre,code{font:12px/18px "DejaVu Sans Mono",monospace}pre{padding:8px;border:1px solid ${c.line};border-radius:6px;overflow:auto}img{max-width:100%}table{border-collapse:collapse}td,th{border:1px solid ${c.line};padding:4px 8px;text-align:left}blockquote{margin:0;padding-left:12px;border-left:3px solid ${c.line};color:${c.muted}}h1{font-size:20px;line-height:28px}h2{font-size:16px}h3,h4{font-size:14px}hr{border:0;border-top:1px solid ${c.line}}`;
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"><style>${style}</style></head><body>${html}</body></html>`;
}
