/** All of the file's style: its digest stands in the policy, so that no other can be put in. */
export const pageStyle = `
:root { color: #212b32; background: #fff; font: 1rem/1.5 Arial, Helvetica, sans-serif; }
body { max-width: 62rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0.5rem 0; }
h2 { font-size: 1.5rem; margin: 2.5rem 0 0.75rem; border-bottom: 4px solid #005eb8; padding-bottom: 0.25rem; }
h3 { font-size: 1.15rem; margin: 1.5rem 0 0.5rem; }
h4 { font-size: 1rem; margin: 1rem 0 0.25rem; }
p, ul, ol, dl { max-width: 46rem; margin: 0 0 0.75rem; }
a { color: #005eb8; }
p, li, dd, summary, h1 { overflow-wrap: anywhere; }
tbody th { min-width: 9rem; overflow-wrap: anywhere; }
a:focus, summary:focus { outline: 3px solid #212b32; background: #ffeb3b; color: #212b32; }
svg { display: block; width: 100%; max-width: 50rem; height: auto; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid #aeb7bd; }
.wide { overflow-x: auto; }
.caption { color: #4c6272; display: block; font-size: 1.1rem; }
.notice { border: 2px solid #212b32; border-left-width: 0.75rem; padding: 0.5rem 1rem; max-width: 44rem; margin: 0 0 1rem; }
.quiet { color: #4c6272; }
.skip { position: absolute; left: -999em; }
.skip:focus { position: static; }
details { border-top: 1px solid #aeb7bd; padding: 0.5rem 0; }
summary { cursor: pointer; font-weight: bold; min-height: 24px; }
dt { font-weight: bold; } dd { margin: 0 0 0.5rem; }
@media print {
  @page { size: A4; margin: 15mm; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2 { break-after: avoid; } tr, li { break-inside: avoid; } thead { display: table-header-group; }
  a { color: inherit; } .skip { display: none; }
}
`
