//! What a hostile text tries. `{u}` is an address that would be heard, `{j}` a script that would leave a mark.

/// Ways to run a script or load something, as somebody writes them into a README, a comment, a biography or a name.
pub const VECTORS: &[&str] = &[
    // Scripts.
    "<script>{j}</script>",
    "<script src=\"{u}\"></script>",
    "<ScRiPt/src={u}></sCrIpT>",
    "<script type=module>import '{u}'</script>",
    "<script\u{0}>{j}</script>",
    "<<script>{j};//<</script>",
    "<scr<script>ipt>{j}</scr</script>ipt>",
    "<svg><script href=\"{u}\"/></svg>",
    "<svg><script xlink:href=\"{u}\">{j}</script></svg>",
    "<noscript><p title=\"</noscript><script>{j}</script>\">x</noscript>",
    // Handlers.
    "<img src=x onerror=\"{j}\">",
    "<img src=\"{u}\" onload=\"{j}\">",
    "<body onload=\"{j}\">",
    "<svg onload=\"{j}\"></svg>",
    "<details open ontoggle=\"{j}\"><summary>more</summary>text</details>",
    "<input autofocus onfocus=\"{j}\">",
    "<textarea autofocus onfocus=\"{j}\"></textarea>",
    "<select autofocus onfocus=\"{j}\"></select>",
    "<a href=\"#x\" id=x onfocus=\"{j}\" tabindex=1>focus</a>",
    "<div onmouseover=\"{j}\" onclick=\"{j}\" onanimationstart=\"{j}\" style=\"animation:x 1s\">hover</div>",
    "<marquee onstart=\"{j}\">x</marquee>",
    "<video><source onerror=\"{j}\"></video>",
    "<audio src=\"{u}\" onerror=\"{j}\" autoplay></audio>",
    "<p/onclick={j}>x</p>",
    "<x onclick=\"{j}\" contenteditable autofocus onfocus=\"{j}\">y</x>",
    // Addresses that run.
    "<a href=\"javascript:{j}\">a</a>",
    "[a](javascript:{j})",
    "[a](JaVaScRiPt:{j})",
    "[a](&#106;&#97;vascript:{j})",
    "[a](java\tscript:{j})",
    "<a href=\"jav&#x0A;ascript:{j}\">a</a>",
    "<a href=\" &#14; javascript:{j}\">a</a>",
    "<a href=\"\u{1}javascript:{j}\">a</a>",
    "[a](vbscript:{j})",
    "[a](data:text/html,<script>{j}</script>)",
    "[a](data:text/html;base64,PHNjcmlwdD50b3AuX19oaXQ9MTwvc2NyaXB0Pg==)",
    "[a](ipc://localhost/workspace_lock)",
    "[a](tauri://localhost/index.html)",
    "[a](asset://localhost/etc/passwd)",
    "[a](file:///etc/passwd)",
    "[a](ｊavascript:{j})",
    "[a](jаvascript:{j})",
    "[ref]\n\n[ref]: javascript:{j}\n",
    "<javascript:{j}>",
    "<{u}auto>",
    "{u}bare",
    // Pictures, media and frames.
    "![x]({u})",
    "![x][p]\n\n[p]: {u} \"t\"\n",
    "![x](data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIG9ubG9hZD0idG9wLl9faGl0PTEiLz4=)",
    "<img src=\"{u}\">",
    "<img srcset=\"{u} 1x, {u} 2x\">",
    "<picture><source srcset=\"{u}\"><img></picture>",
    "<image src=\"{u}\"></image>",
    "<svg><image href=\"{u}\" xlink:href=\"{u}\"/></svg>",
    "<svg><use href=\"{u}#x\"/></svg>",
    "<svg><a><animate attributeName=href values=\"javascript:{j}\"/><text>x</text></a></svg>",
    "<svg><foreignObject><iframe src=\"{u}\"></iframe></foreignObject></svg>",
    "<math><mi xlink:href=\"javascript:{j}\">x</mi></math>",
    "<math><maction actiontype=\"statusline#{u}\" xlink:href=\"{u}\">x</maction></math>",
    "<video poster=\"{u}\" src=\"{u}\" autoplay></video>",
    "<iframe src=\"{u}\"></iframe>",
    "<iframe srcdoc=\"<script>{j}</script>\"></iframe>",
    "<iframe src=\"javascript:{j}\"></iframe>",
    "<frameset><frame src=\"{u}\"></frameset>",
    "<object data=\"{u}\"></object>",
    "<embed src=\"{u}\">",
    "<applet code=\"x\" codebase=\"{u}\"></applet>",
    "<table background=\"{u}\"><td background=\"{u}\">x</td></table>",
    "<body background=\"{u}\">",
    "<input type=image src=\"{u}\">",
    "<portal src=\"{u}\"></portal>",
    // The page itself.
    "<meta http-equiv=refresh content=\"0;url={u}\">",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src * 'unsafe-inline'\">",
    "<base href=\"{u}\">",
    "<link rel=stylesheet href=\"{u}\">",
    "<link rel=prefetch href=\"{u}\"><link rel=dns-prefetch href=\"{u}\"><link rel=preload as=image href=\"{u}\">",
    "<link rel=import href=\"{u}\">",
    "<form action=\"{u}\"><button>send</button></form><form id=f></form><button form=f formaction=\"javascript:{j}\">x</button>",
    "<isindex action=\"javascript:{j}\" type=image>",
    // Styles.
    "<style>@import '{u}';body{background:url({u})}</style>",
    "<style>@font-face{font-family:x;src:url({u})}p{font-family:x}</style>",
    "<div style=\"background:url({u})\">x</div>",
    "<div style=\"width:expression({j})\">x</div>",
    "<div style=\"behavior:url({u});-moz-binding:url({u}#x)\">x</div>",
    "<p style=\"position:fixed;inset:0;z-index:9999\">over everything</p>",
    "<svg><style>*{background:url({u})}</style></svg>",
    // Nesting that a second reading unpacks otherwise.
    "<svg><p><style><img src=x onerror=\"{j}\"></style></p></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=\"{j}\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=\"{j}\">",
    "<template><script>{j}</script><img src=\"{u}\"></template>",
    "<template shadowrootmode=open><script>{j}</script></template>",
    "<textarea></textarea><img src=\"{u}\" onerror=\"{j}\"></textarea>",
    "<title><a title=\"</title><img src=x onerror={j}>\">x</title>",
    "<xmp><p title=\"</xmp><img src=x onerror={j}>\">",
    "<!--><img src=\"{u}\" onerror=\"{j}\">-->",
    "<!--[if true]><script>{j}</script><![endif]-->",
    "<![CDATA[<img src=\"{u}\">]]>",
    "<?xml-stylesheet href=\"{u}\"?>",
    "</iframe></body></html><script>{j}</script>",
    "\"><img src=\"{u}\" onerror=\"{j}\">",
    "' onmouseover='{j}' x='",
    "`<img src=\"{u}\">` ``</code><img src=\"{u}\">``",
    "| a |\n|---|\n| <img src=\"{u}\" onerror=\"{j}\"> |\n",
    // Text that only pretends.
    "\u{202e}gnp.exe\u{202c} \u{2066}<script>{j}</script>\u{2069}",
    "\u{1b}]8;;{u}\u{7}link\u{1b}]8;;\u{7}\u{1b}[31mred\u{1b}[0m",
    "a\u{0}b<script>{j}</script>\u{0}",
    "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
    "{{constructor.constructor('{j}')()}} ${{j}} <%= {j} %>",
];

/// The script that leaves a mark in the window, whichever frame it runs in.
pub const SCRIPT: &str = "top.__hit=(top.__hit||0)+1;parent.__hit=1;self.__hit=1";

/// A vector made real: its address carries its number, so that whoever is heard is known.
pub fn made(number: usize, address: &str) -> String {
    let of = VECTORS.get(number).copied().unwrap_or_default();
    of.replace("{u}", &format!("{address}/{number}-")).replace("{j}", SCRIPT)
}

/// Every vector, each in a paragraph of its own.
pub fn all(address: &str) -> String {
    (0..VECTORS.len()).map(|number| format!("Vector {number}\n\n{}\n\n", made(number, address))).collect()
}
