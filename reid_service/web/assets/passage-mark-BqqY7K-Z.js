import{G as e,J as t,Jt as n,Wt as r,wt as i}from"./words-begyc7o9.js";var a={stairs:i,lift:t,door:e};function o(e,t,i,o){let s=i*1.9,c=i*2.8/24;return n`<g class="passage">
    <title>${o}</title>
    <rect x=${e.x-s} y=${e.y-s} width=${2*s} height=${2*s} rx=${i*.6}></rect>
    <path transform="translate(${e.x-12*c} ${e.y-12*c}) scale(${c})" d=${a[t]}></path>
    ${o?n`<text x=${e.x} y=${e.y+i*4.4} font-size=${i*1.9}>${o}</text>`:r}
  </g>`}export{o as n,a as t};