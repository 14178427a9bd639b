//! Names of languages as GitHub Linguist writes them (`lib/linguist/languages.yml`): those met most, which is enough
//! to tell a body of languages from any other table of numbers.

/// The names.
#[rustfmt::skip]
pub(super) const KNOWN: &[&str] = &[
    "ASP.NET", "ActionScript", "Ada", "Agda", "AppleScript", "Arduino", "Assembly", "Astro", "Awk", "Batchfile", "Bicep",
    "Bison", "C", "C#", "C++", "CMake", "CSS", "CUE", "Chapel", "Clojure", "CoffeeScript", "ColdFusion", "Common Lisp",
    "Coq", "Crystal", "Cuda", "Cython", "D", "Dart", "Dockerfile", "Elixir", "Elm", "Emacs Lisp", "Erlang", "F#",
    "Fortran", "GDScript", "GLSL", "Gherkin", "Go", "Groovy", "HCL", "HTML", "Hack", "Handlebars", "Haskell", "Haxe",
    "Idris", "Inno Setup", "Java", "JavaScript", "Jinja", "Jsonnet", "Julia", "Jupyter Notebook", "Just", "Kotlin",
    "LLVM", "Lean", "Less", "Lex", "Liquid", "Lua", "M4", "MATLAB", "MDX", "Makefile", "Markdown", "Mathematica",
    "Meson", "Mustache", "NSIS", "Nim", "Nix", "OCaml", "Objective-C", "Objective-C++", "Objective-J", "Odin", "OpenSCAD",
    "PHP", "PLSQL", "PLpgSQL", "Pascal", "Perl", "PowerShell", "Processing", "Prolog", "Pug", "Puppet", "PureScript",
    "Python", "QML", "R", "Racket", "Raku", "ReScript", "Reason", "Rich Text Format", "Roff", "Ruby", "Rust", "SCSS",
    "Sass", "Scala", "Scheme", "Shell", "Slim", "Smalltalk", "Smarty", "Solidity", "Starlark", "Stylus", "Svelte",
    "Swift", "SystemVerilog", "TSQL", "Tcl", "TeX", "Thrift", "Twig", "TypeScript", "V", "VBA", "VHDL", "Vala",
    "Verilog", "Vim Script", "Vim script", "VimL", "Visual Basic", "Visual Basic .NET", "Vue", "WebAssembly", "XSLT",
    "Yacc", "Zig",
];
