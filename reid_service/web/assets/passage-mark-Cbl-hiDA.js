import{Et as e,K as t,Kt as n,Xt as r,Y as i}from"./words-wkC6vuRC.js";var a={stairs:e,lift:i,door:t};function o(e,t,i,o){let s=i*1.9,c=i*2.8/24;return r`<g class="passage">
    <title>${o}</title>
    <rect x=${e.x-s} y=${e.y-s} width=${2*s} height=${2*s} rx=${i*.6}></rect>
    <path transform="translate(${e.x-12*c} ${e.y-12*c}) scale(${c})" d=${a[t]}></path>
    ${o?r`<text x=${e.x} y=${e.y+i*4.4} font-size=${i*1.9}>${o}</text>`:n}
  </g>`}export{o as n,a as t};