import inter from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import { useCallback } from "react";
import { classes } from "./classes";
import styles from "./HtmlFrame.module.css";
import { useDark } from "./useDark";

const COLOURS = {
  light: { ink: "#1b1a18", line: "#ddd8d0", accent: "#235a97", muted: "#5e5a54" },
  dark: { ink: "#eeebe6", line: "#37332f", accent: "#8dbbec", muted: "#b0aaa1" },
};

/**
 * Foreign HTML (already sanitised, without any address) in a frame that runs nothing, loads nothing and leads nowhere.
 * `allow-same-origin` lets the window read what is selected in it and how high it is; scripts stay forbidden, by the
 * sandbox and by the frame's own policy. `fit`: as high as its text, instead of scrolling by itself.
 */
export function HtmlFrame({ title, html, fit }: { title: string; html: string; fit?: boolean }) {
  const dark = useDark();
  const grow = useCallback((frame: HTMLIFrameElement | null) => (frame && fit ? keepFitting(frame) : undefined), [fit]);
  return <iframe ref={grow} className={classes(styles.frame, fit && styles.fit)} title={title} sandbox="allow-same-origin" referrerPolicy="no-referrer" tabIndex={fit ? -1 : undefined} srcDoc={frameDocument(html, dark)} />;
}

/** Makes a frame as high as its text, now and whenever its width or its text changes. Gives what ends it. */
function keepFitting(frame: HTMLIFrameElement): () => void {
  const fit = () => {
    const body = frame.contentDocument?.body;
    if (body) frame.style.height = `${Math.ceil(body.getBoundingClientRect().height)}px`;
  };
  const observer = new ResizeObserver(fit);
  observer.observe(frame);
  frame.addEventListener("load", fit);
  return () => {
    observer.disconnect();
    frame.removeEventListener("load", fit);
  };
}

/** The document of the frame: a policy that forbids everything but its own style and the window's font, then the text. */
export function frameDocument(html: string, dark: boolean): string {
  const c = dark ? COLOURS.dark : COLOURS.light;
  const font = new URL(inter, document.baseURI).href;
  const style = `@font-face{font-family:"Inter Variable";font-weight:100 900;src:url("${font}")}:root{color-scheme:${dark ? "dark" : "light"}}html{overflow-x:hidden}body{display:flow-root;margin:0;max-width:72ch;font:14px/22px "Inter Variable","DejaVu Sans",sans-serif;color:${c.ink};background:transparent;overflow-wrap:anywhere}a{color:${c.accent};text-decoration:underline dotted;text-underline-offset:2px;cursor:default}pre,code{font:12px/18px "DejaVu Sans Mono",monospace}pre{padding:8px;border:1px solid ${c.line};border-radius:6px;overflow:auto;white-space:pre-wrap}table{display:block;max-width:100%;overflow-x:auto;border-collapse:collapse}td,th{border:1px solid ${c.line};padding:4px 8px;text-align:left}blockquote{margin:0;padding-left:12px;border-left:3px solid ${c.line};color:${c.muted}}h1,h2,h3,h4,h5,h6{font-size:14px;line-height:20px;margin:16px 0 4px}h1{font-size:20px;line-height:28px}h2{font-size:16px;line-height:24px}p,ul,ol{margin:8px 0}ul,ol{padding-left:24px}hr{border:0;border-top:1px solid ${c.line}}body>:first-child{margin-top:0}body>:last-child{margin-bottom:0}`;
  return `<!doctype html><html lang="und"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'"><title>Foreign text</title><style>${style}</style></head><body>${html}</body></html>`;
}
