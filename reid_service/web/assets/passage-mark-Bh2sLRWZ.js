import{Dt as e,X as t,Zt as n,q as r,qt as i}from"./words-CSYP8CTQ.js";var a={stairs:e,lift:t,door:r};function o(e,t,r,o){let s=r*1.9,c=r*2.8/24;return n`<g class="passage">
    <title>${o}</title>
    <rect x=${e.x-s} y=${e.y-s} width=${2*s} height=${2*s} rx=${r*.6}></rect>
    <path transform="translate(${e.x-12*c} ${e.y-12*c}) scale(${c})" d=${a[t]}></path>
    ${o?n`<text x=${e.x} y=${e.y+r*4.4} font-size=${r*1.9}>${o}</text>`:i}
  </g>`}export{o as n,a as t};