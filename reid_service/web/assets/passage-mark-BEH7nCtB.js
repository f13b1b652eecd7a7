import{G as e,Gt as t,J as n,Tt as r,Yt as i}from"./words-C_uNMI3r.js";var a={stairs:r,lift:n,door:e};function o(e,n,r,o){let s=r*1.9,c=r*2.8/24;return i`<g class="passage">
    <title>${o}</title>
    <rect x=${e.x-s} y=${e.y-s} width=${2*s} height=${2*s} rx=${r*.6}></rect>
    <path transform="translate(${e.x-12*c} ${e.y-12*c}) scale(${c})" d=${a[n]}></path>
    ${o?i`<text x=${e.x} y=${e.y+r*4.4} font-size=${r*1.9}>${o}</text>`:t}
  </g>`}export{o as n,a as t};