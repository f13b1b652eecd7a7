import{G as e,Gt as t,H as n,Vt as r,vt as i}from"./words-BNtJ4LZz.js";var a={stairs:i,lift:e,door:n};function o(e,n,i,o){let s=i*1.9,c=i*2.8/24;return t`<g class="passage">
    <title>${o}</title>
    <rect x=${e.x-s} y=${e.y-s} width=${2*s} height=${2*s} rx=${i*.6}></rect>
    <path transform="translate(${e.x-12*c} ${e.y-12*c}) scale(${c})" d=${a[n]}></path>
    ${o?t`<text x=${e.x} y=${e.y+i*4.4} font-size=${i*1.9}>${o}</text>`:r}
  </g>`}export{o as n,a as t};