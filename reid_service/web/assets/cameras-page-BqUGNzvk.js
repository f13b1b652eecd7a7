import{At as e,Ct as t,Ft as n,Gt as r,H as i,It as a,K as o,Kt as s,Lt as c,M as l,Mt as u,Nt as d,Ot as ee,Pt as f,Qt as p,R as te,Ut as m,Vt as h,W as ne,Wt as g,Yt as _,Zt as v,a as y,an as b,b as x,bt as re,dt as ie,et as ae,f as S,ln as C,pt as oe,qt as w,r as se,rn as T,tn as E,u as ce,x as D,xt as le}from"./words-CSYP8CTQ.js";import"./fr-tabs-C6RIHUfy.js";import{a as ue,i as O,n as de,r as k}from"./fr-picture-DPjzeCCH.js";import{n as fe,t as pe}from"./passage-mark-Bh2sLRWZ.js";import{t as me}from"./fr-plan-GNtlpDE5.js";import"./fr-dialog-DjE7l8O2.js";import"./fr-menu-C8qnSf_q.js";async function he(e,t){try{let{items:n}=await e.get(`sightings`,{camera:t,limit:1}),[r]=n;return r?`sightings/${encodeURIComponent(r.id)}/frame.jpg`:null}catch{return null}}var ge={good:`good`,limited:`warn`,poor:`bad`},A=class extends x{constructor(...e){super(...e),this.cameras=null,this.suitability=new Map,this.frames=new Map,this.error=null}static{this.styles=[f,a,O,p`
      .all {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 330px), 1fr));
        gap: 20px;
      }
      article {
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        --picture-ratio: 16 / 9;
        --picture-radius: 13px 13px 0 0;
      }
      .words {
        padding: 14px 18px 18px;
        display: grid;
        gap: 8px;
      }
      .figures {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 10px;
        margin-top: 4px;
      }
      .figures dt {
        font-size: 12.5px;
        color: var(--ink-3);
      }
      .figures dd {
        font-size: 19px;
        font-weight: 640;
        font-variant-numeric: tabular-nums;
      }
      .card-bone {
        height: 330px;
      }
    `]}connectedCallback(){super.connectedCallback(),this.#n()}render(){return this.error?_`<fr-notice .error=${this.error} @again=${()=>void this.#n()}></fr-notice>`:this.cameras===null?_`<div class="all">${k(4,`card-bone`)}</div>`:this.cameras.length===0?_`<fr-notice
        .icon=${l}
        heading=${T(`cameras.none.title`)}
        text=${T(`cameras.none.text`)}
      ></fr-notice>`:_`<div class="all">${this.cameras.map(e=>this.#e(e))}</div>`}#e(e){let t=this.suitability.get(e.name),n=this.services.site.now_s();return _`<article>
      <fr-picture
        .src=${this.frames.get(e.name)??null}
        alt=${T(`cameras.lastPicture`,{name:y(e.name)})}
      ></fr-picture>
      <div class="words">
        <div class="row">
          <h2 class="grow cut">${y(e.name)}</h2>
          ${e.on_site?_`<span class="chip good">${b(`cameras.inSight`,e.on_site)}</span>`:w}
          ${t?_`<span class="chip ${ge[t.rating]}">${T(`rating.${t.rating}`)}</span>`:w}
        </div>
        <p class="muted small">
          ${T(`cameras.lastSeen`,{when:se(n-e.last_seen_s)})}
        </p>
        ${t?_`<p>${t.reason} <span class="muted">${t.advice}</span></p>`:w}
        <dl class="figures">
          ${this.#t(T(`cameras.tracklets`),t?.tracklets??e.tracklets)}
          ${t?this.#t(T(`cameras.crops`),t.usable_crops):w}
          ${t?.median_height_px?this.#t(T(`cameras.height`),`${Math.round(t.median_height_px)} px`):w}
          ${t&&t.colour_share!==null?this.#t(T(`cameras.colour`),`${Math.round(100*t.colour_share)} %`):w}
        </dl>
      </div>
    </article>`}#t(e,t){return _`<div>
      <dt>${e}</dt>
      <dd>${t}</dd>
    </div>`}async#n(){let{api:e}=this.services;this.error=null;try{this.cameras=(await e.get(`cameras`)).items,this.#r(this.cameras)}catch(e){this.error=C(e);return}try{let{items:t}=await e.get(`suitability`);this.suitability=new Map(t.map(e=>[e.camera,e]))}catch{}}async#r(e){for(let{name:t}of e){let e=await he(this.services.api,t);e!==null&&(this.frames=new Map([...this.frames,[t,e]]))}}};D([m()],A.prototype,`cameras`,void 0),D([m()],A.prototype,`suitability`,void 0),D([m()],A.prototype,`frames`,void 0),D([m()],A.prototype,`error`,void 0),A=D([r(`camera-list`)],A);var _e=60,j=8;function ve(e,t){let n=e.slice(0,j),r=M(n,t),i=.001;for(let e=0;e<_e&&i<0xe8d4a51000;e+=1){let{normal:e,gradient:a}=ye(n,t),o=be(e.map((e,t)=>e.map((e,n)=>t===n?e*(1+i)+1e-15:e)),a),s=n.map((e,t)=>e+(o[t]??0)),c=M(s,t);c<r?([n,r]=[s,c],i/=10):i*=10}return[...n,1]}function M(e,t){let n=0;for(let r of t){let{u:t,v:i}=N(e,r);n+=(t-r.plan.x)**2+(i-r.plan.y)**2}return n}function N(e,{image:{x:t,y:n}}){let[r=0,i=0,a=0,o=0,s=0,c=0,l=0,u=0]=e,d=l*t+u*n+1;return{depth:d,u:(r*t+i*n+a)/d,v:(o*t+s*n+c)/d}}function ye(e,t){let n=Array.from({length:j},()=>Array(j).fill(0)),r=Array(j).fill(0),i=(e,t)=>{for(let i=0;i<j;i+=1){r[i]=(r[i]??0)-(e[i]??0)*t;let a=n[i]??[];for(let t=0;t<j;t+=1)a[t]=(a[t]??0)+(e[i]??0)*(e[t]??0)}};for(let n of t){let{depth:t,u:r,v:a}=N(e,n),[o,s,c]=[n.image.x/t,n.image.y/t,1/t];i([o,s,c,0,0,0,-r*o,-r*s],r-n.plan.x),i([0,0,0,o,s,c,-a*o,-a*s],a-n.plan.y)}return{normal:n,gradient:r}}function be(e,t){let n=e.map((e,n)=>[...e,t[n]??0]),r=n.length;for(let e=0;e<r;e+=1){let t=n.slice(e).reduce((t,n)=>Math.abs(n[e]??0)>Math.abs(t[e]??0)?n:t),i=n.indexOf(t);[n[e],n[i]]=[t,n[e]??[]];for(let i=0;i<r;i+=1){let a=n[i]??[];if(i===e||!t[e])continue;let o=(a[e]??0)/(t[e]??1);for(let n=e;n<=r;n+=1)a[n]=(a[n]??0)-o*(t[n]??0)}}return n.map((e,t)=>e[t]?(e[r]??0)/(e[t]??1):0)}function xe(e){if(e.length<4)return null;let t=I(e.map(e=>e.image)),n=I(e.map(e=>e.plan));if(t===null||n===null)return null;let r=e.map(e=>({image:L(e.image,t),plan:L(e.plan,n)})),i=De(Se(r)),a=i?.[8]??0;if(i===null||Math.abs(a)<1e-12)return null;let o=ve(i.map(e=>e/a),r),s=Ee(Ee(Te(n),o),t.matrix),c=F(s,t.centre);return Math.abs(c)<1e-12?null:s.map(e=>e/c)}function Se(e){return e.flatMap(({image:{x:e,y:t},plan:{x:n,y:r}})=>[[e,t,1,0,0,0,-n*e,-n*t,-n],[0,0,0,e,t,1,-r*e,-r*t,-r]])}var Ce=50;function P(e,t){let[n=0,r=0,i=0,a=0,o=0,s=0]=e,c=F(e,t);return c<=1/Ce?null:{x:(n*t.x+r*t.y+i)/c,y:(a*t.x+o*t.y+s)/c}}function we(e,t){let n=0;for(let r of t){let t=P(e,r.image);if(t===null)return 1/0;n+=(t.x-r.plan.x)**2+(t.y-r.plan.y)**2}return Math.sqrt(n/Math.max(1,t.length))}function F(e,t){return(e[6]??0)*t.x+(e[7]??0)*t.y+(e[8]??0)}function I(e){let t=e.length,n={x:e.reduce((e,t)=>e+t.x,0)/t,y:e.reduce((e,t)=>e+t.y,0)/t},r=e.map(e=>Math.hypot(e.x-n.x,e.y-n.y)).reduce((e,t)=>e+t,0)/t;if(r<1e-12)return null;let i=Math.SQRT2/r;return{centre:n,scale:i,matrix:[i,0,-i*n.x,0,i,-i*n.y,0,0,1]}}function L(e,t){return{x:(e.x-t.centre.x)*t.scale,y:(e.y-t.centre.y)*t.scale}}function Te({centre:e,scale:t}){return[1/t,0,e.x,0,1/t,e.y,0,0,1]}function Ee(e,t){let n=[];for(let r=0;r<3;r+=1)for(let i=0;i<3;i+=1){let a=0;for(let n=0;n<3;n+=1)a+=(e[3*r+n]??0)*(t[3*n+i]??0);n.push(a)}return n}function De(e){let t=Oe(e,9),n=Array.from({length:9},(e,t)=>Array.from({length:9},(e,n)=>+(t===n)));for(let e=0;e<60&&!(ke(t,n,9)<1e-22);e+=1);let r=Array.from({length:9},(e,t)=>t).sort((e,n)=>R(t,e,e)-R(t,n,n)),[i=0,a=1]=r,o=R(t,r[8]??0,r[8]??0);return R(t,a,a)<1e-9*o?null:n.map(e=>e[i]??0)}function Oe(e,t){return Array.from({length:t},(n,r)=>Array.from({length:t},(t,n)=>e.reduce((e,t)=>e+(t[r]??0)*(t[n]??0),0)))}function ke(e,t,n){let r=0;for(let i=0;i<n-1;i+=1)for(let a=i+1;a<n;a+=1){let n=R(e,i,a);if(r+=n*n,Math.abs(n)<1e-300)continue;let o=(R(e,a,a)-R(e,i,i))/(2*n),s=(o>=0?1:-1)/(Math.abs(o)+Math.sqrt(o*o+1)),c=1/Math.sqrt(s*s+1);Ae(e,i,a,c,s*c),je(e,i,a,c,s*c),Ae(t,i,a,c,s*c)}return r}function Ae(e,t,n,r,i){for(let a of e){let[e,o]=[a[t]??0,a[n]??0];a[t]=r*e-i*o,a[n]=i*e+r*o}}function je(e,t,n,r,i){let[a=[],o=[]]=[e[t],e[n]];for(let e=0;e<a.length;e+=1){let[t,n]=[a[e]??0,o[e]??0];a[e]=r*t-i*n,o[e]=i*t+r*n}}function R(e,t,n){return e[t]?.[n]??0}var Me=.02,Ne=.03,Pe=.05,Fe=1,Ie=new Set([`unproven`,`clustered`,`inexact`]);function Le(e,t){if(e.length<4)return z(`too_few`);let n=e.map(e=>e.image),r=e.map(e=>e.plan);if(ze(n)||ze(r))return z(`collinear`);let i=xe(e);if(i===null)return z(`collinear`);if(Ve(i,n))return z(`above_horizon`,i);if(He(i)<=0)return z(`mirrored`,i);let a=Ue(n)?[`clustered`]:[];if(e.length===4)return Re(i,null,[...a,`unproven`]);let o=we(i,e);return We(o,t,r)&&a.push(`inexact`),Re(i,o,a)}function Re(e,t,n){return{homography:e,residual_units:t,problems:n,usable:n.every(e=>Ie.has(e))}}function z(e,t=null){return{homography:t,residual_units:null,problems:[e],usable:!1}}function ze(e){let t=e.map((t,n)=>e.filter((e,t)=>t!==n));return Be(e)||t.some(Be)}function Be(e){let{x:t,y:n}=Ge(e),[r,i,a]=[0,0,0];for(let o of e)r+=(o.x-t)**2,i+=(o.x-t)*(o.y-n),a+=(o.y-n)**2;let o=Math.hypot((r-a)/2,i),s=(r+a)/2+o,c=s>0?Math.max(0,(r*a-i*i)/s):0;return Math.sqrt(c)<=Me*Math.sqrt(s)}function Ve(e,t){return[...t,{x:.5,y:1}].some(t=>P(e,t)===null)}function He([e=0,t=0,n=0,r=0,i=0,a=0,o=0,s=0,c=0]){return e*(i*c-a*s)-t*(r*c-a*o)+n*(r*s-i*o)}function Ue(e){let{width:t,height:n}=Ke(e);return t*n<Ne}function We(e,t,n){if(t!==null)return e*t>Fe;let{width:r,height:i}=Ke(n);return e>Pe*Math.hypot(r,i)}function Ge(e){let t=Math.max(1,e.length);return{x:e.reduce((e,t)=>e+t.x,0)/t,y:e.reduce((e,t)=>e+t.y,0)/t}}function Ke(e){let t=e.map(e=>e.x),n=e.map(e=>e.y);return{width:Math.max(...t)-Math.min(...t),height:Math.max(...n)-Math.min(...n)}}var B=class extends s{constructor(...e){super(...e),this.src=null,this.points=[],this.pending=null,this.label=``,this.ratio=16/9}static{this.styles=[f,p`
      .frame {
        position: relative;
        cursor: crosshair;
        border-radius: 12px;
        overflow: hidden;
        --picture-radius: 12px;
      }
      .point {
        position: absolute;
        left: var(--x);
        top: var(--y);
        transform: translate(-50%, -50%);
        width: 24px;
        height: 24px;
        border-radius: 50%;
        display: grid;
        place-content: center;
        background: #c0262d;
        color: #fff;
        border: 2px solid #fff;
        font-size: 12px;
        font-weight: 680;
        pointer-events: none;
      }
      .pending {
        background: #fff;
        border-color: #c0262d;
      }
    `]}render(){return _`<div
      class="frame"
      role="application"
      aria-label=${this.label}
      ${de({"--picture-ratio":String(this.ratio)})}
      @click=${e=>this.#t(e)}
    >
      <fr-picture fit="whole" .src=${this.src} alt=${this.label||T(`picture.none`)} @shown=${e=>this.ratio=e.detail}></fr-picture>
      ${this.points.map((e,t)=>this.#e(e,String(t+1),``))}
      ${this.pending?this.#e(this.pending,``,`pending`):w}
    </div>`}#e(e,t,n){return _`<span
      class="point ${n}"
      ${de({"--x":`${100*e.x}%`,"--y":`${100*e.y}%`})}
      >${t}</span
    >`}#t(e){let{left:t,top:n,width:r,height:i}=e.currentTarget.getBoundingClientRect(),a={x:(e.clientX-t)/r,y:(e.clientY-n)/i};this.dispatchEvent(new CustomEvent(`mark`,{detail:a}))}};D([g()],B.prototype,`src`,void 0),D([g({attribute:!1})],B.prototype,`points`,void 0),D([g({attribute:!1})],B.prototype,`pending`,void 0),D([g()],B.prototype,`label`,void 0),D([m()],B.prototype,`ratio`,void 0),B=D([r(`frame-points`)],B);var qe=30,Je=class extends E{constructor(e,t,n){super({pairs:[],pending:null,saved:null,changed:!1,paths:[]}),this.api=e,this.camera=t,this.frigate_instance=n}async load(){let e=await this.api.get(this.#e(),this.#t());this.set({saved:e,pairs:e.pairs,changed:!1})}markFrame(e){this.set({pending:e})}markPlan(e){let{pending:t,pairs:n}=this.state;t!==null&&this.set({pairs:[...n,{image:t,plan:e}],pending:null,changed:!0})}remove(e){this.set({pairs:this.state.pairs.filter((t,n)=>n!==e),changed:!0})}async save(){let{pairs:e}=this.state,t=await this.api.put(this.#e(),{pairs:e},this.#t());return this.set({saved:t,pairs:t.pairs,changed:!1}),t}async readPaths(e){let t={camera:this.camera,from:e,limit:qe},n={...t,from:`lately`},{items:r}=await this.api.get(`sightings`,t,n),i=r.filter(e=>e.frigate_instance===this.frigate_instance),a=await Promise.all(i.map(e=>this.api.get(`sightings/${encodeURIComponent(e.id)}`)));this.set({paths:a.map(e=>e.path).filter(e=>e.length>1)})}landedPaths(e,t){let{homography:n,usable:r}=this.assess(null);if(!n||!r)return[];let i=({x:n,y:r})=>n>=0&&r>=0&&n<=e&&r<=t;return this.state.paths.map(e=>e.flatMap(e=>P(n,e)??[]).filter(i)).filter(e=>e.length>1)}assess(e){return Le(this.state.pairs,e)}landing(e){let{homography:t}=this.assess(null);return t?P(t,e.image):null}#e(){return`cameras/${encodeURIComponent(this.camera)}/calibration`}#t(){return{frigate_instance:this.frigate_instance}}},Ye=86400,V=class extends x{constructor(...e){super(...e),this.camera=``,this.pairs=null,this.frame=null,this.#e=()=>void 0}#e;static{this.styles=[f,n,a,p`
      fr-dialog {
        --dialog-width: 1180px;
      }
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 16px;
        margin: 12px 0;
        align-items: start;
      }
      fr-plan {
        --plan-height: 52vh;
      }
      ol {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      ol li {
        display: flex;
        align-items: center;
        gap: 2px;
        background: var(--surface-2);
        border-radius: 999px;
        padding-left: 13px;
      }
      ol li button {
        min-height: 34px;
        width: 34px;
        border-radius: 50%;
        --icon-size: 16px;
      }
      .problems.bad {
        color: var(--bad);
      }
      .problems {
        color: var(--warn);
        margin-top: 10px;
        display: grid;
        gap: 4px;
      }
      @media (max-width: 760px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `]}connectedCallback(){super.connectedCallback();let e=this.store.cameras.find(e=>e.name===this.camera),t=new Je(this.services.api,this.camera,e?.frigate_instance??``);this.#e=t.subscribe(()=>this.requestUpdate()),this.pairs=t,this.#s(t)}disconnectedCallback(){super.disconnectedCallback(),this.#e()}render(){let{pairs:e}=this;if(e===null)return w;let{pending:t,changed:n}=e.state;return _`<fr-dialog
      wide
      heading=${T(`calibrate.title`,{name:y(this.camera)})}
      @closed=${()=>this.dispatchEvent(new CustomEvent(`closed`))}
    >
      <p class="muted">${T(t?`calibrate.nowPlan`:`calibrate.nowFrame`)}</p>
      <div class="two">
        <frame-points
          .src=${this.frame}
          .points=${e.state.pairs.map(e=>e.image)}
          .pending=${t}
          label=${T(`calibrate.frame`)}
          @mark=${t=>e.markFrame(t.detail)}
        ></frame-points>
        <fr-plan
          .places=${this.#o()}
          .layer=${t=>this.#a(e,t)}
          label=${T(`calibrate.plan`)}
          @press=${t=>e.markPlan(t.detail)}
        ></fr-plan>
      </div>
      ${this.#t(e)} ${this.#n(e)}
      <button
        slot="actions"
        class="primary"
        ?disabled=${!n||e.state.pairs.length<4}
        @click=${()=>void this.#c(e)}
      >
        ${T(`action.save`)}
      </button>
    </fr-dialog>`}#t(e){let{pairs:t}=e.state;return _`<ol aria-label=${T(`calibrate.pairs`)}>
        ${t.map((t,n)=>_`<li>
              ${n+1}
              <button
                class="quiet icon"
                aria-label=${T(`calibrate.remove`,{n:n+1})}
                @click=${()=>e.remove(n)}
              >
                <fr-icon path=${te}></fr-icon>
              </button>
            </li>`)}
      </ol>
      ${this.#i(e)}`}#n(e){let{width:t,height:n}=this.#o(),r=e.landedPaths(t,n).length;return r>0?_`<p class="muted small">${b(`calibrate.paths`,r)}</p>`:e.state.paths.length>0?w:_`<button @click=${()=>void this.#r(e)}>
      <fr-icon path=${d}></fr-icon>${T(`calibrate.showPaths`)}
    </button>`}async#r(e){let{site:t,toasts:n}=this.services;try{await e.readPaths(t.now_s()-Ye),e.state.paths.length===0&&n.done(T(`calibrate.noPaths`))}catch(e){n.failed(e)}}#i(e){let t=this.store.floor?.metres_per_unit??null,{residual_units:n,problems:r,usable:i}=e.assess(t),a=n===null?``:t===null?T(`calibrate.residual`,{units:n.toFixed(1)}):T(`calibrate.residualMetres`,{metres:(n*t).toFixed(2)});return _`<div role="status">
      ${a?_`<p><strong>${a}</strong></p>`:w}
      <ul class="problems ${i?``:`bad`}">
        ${r.map(e=>_`<li>${T(`problem.${e}`)}</li>`)}
      </ul>
    </div>`}#a(e,t){let{width:n,height:r}=this.#o(),i=e.landedPaths(n,r);return v`<g class="paths">${i.map(e=>v`<polyline points=${e.map(({x:e,y:t})=>`${e},${t}`).join(` `)}></polyline>`)}</g>${e.state.pairs.map((n,r)=>{let i=e.landing(n);return v`<g class="pair">
        ${i?v`<line class="miss" x1=${n.plan.x} y1=${n.plan.y} x2=${i.x} y2=${i.y}></line>`:w}
        <circle cx=${n.plan.x} cy=${n.plan.y} r=${t*1.5}></circle>
        <text x=${n.plan.x} y=${n.plan.y+t*.7} font-size=${t*1.9}>${r+1}</text>
      </g>`})}`}#o(){let{floor:e,placements:t}=this.store,n=t.filter(e=>e.camera===this.camera);return{width:e?.width??1,height:e?.height??1,floor:e,placements:n,at:new Map(n.map(e=>[e.camera,{x:e.x,y:e.y}])),schematic:!1}}async#s(e){try{this.frame=await he(this.services.api,this.camera),await e.load()}catch{}}async#c(e){try{let t=await e.save();await this.store.load(),t.usable&&this.services.toasts.done(T(`person.changed`))}catch(e){this.services.toasts.failed(e)}}};D([g({attribute:!1})],V.prototype,`store`,void 0),D([g()],V.prototype,`camera`,void 0),D([m()],V.prototype,`pairs`,void 0),D([m()],V.prototype,`frame`,void 0),V=D([r(`calibration-sheet`)],V);var H=class extends x{constructor(){super(),this.placing=null,h(this,()=>[this.store])}static{this.styles=[f,n,a,c,p`
      .card {
        display: grid;
        gap: 12px;
        margin-bottom: 16px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 46px;
      }
      .name {
        all: unset;
        cursor: pointer;
        flex: 1;
        min-width: 0;
        padding: 8px 10px;
        border-radius: 9px;
        font-weight: 560;
      }
      .name:focus-visible {
        outline: 2px solid var(--accent);
      }
      .name[aria-pressed='true'] {
        background: var(--accent-soft);
      }
      input[type='range'] {
        width: 100%;
      }
      output {
        float: right;
        font-weight: 480;
        color: var(--ink-3);
      }
    `]}render(){let{placement:e}=this.store;return _`${e?this.#t(e):w}
      <section class="card">
        <h2>${T(`nav.cameras`)}</h2>
        <ul>
          ${this.store.cameras.map(e=>this.#e(e))}
        </ul>
      </section>`}#e(e){let{floorId:t,selected:n}=this.store.state,r=e.placement?.floor_id===t;return _`<li>
      <button
        class="name cut"
        aria-pressed=${n===e.name}
        ?disabled=${!r}
        @click=${()=>this.store.select(e.name)}
      >
        ${y(e.name)}
      </button>
      ${e.calibrated?_`<span class="chip good">${T(`plan.calibrated`)}</span>`:w}
      ${r?w:_`<button data-act
            aria-pressed=${this.placing===e.name}
            @click=${()=>this.#i(`place`,e.name)}
          >
            <fr-icon path=${oe}></fr-icon>
            ${e.placement?T(`plan.moveHere`):T(`plan.place`)}
          </button>`}
    </li>`}#t(e){let t=Math.max(this.store.floor?.width??1,this.store.floor?.height??1);return _`<section class="card">
      <h2>${y(e.camera)}</h2>
      ${this.#n(`heading_deg`,e,0,359,`°`)}
      ${this.#n(`view_deg`,e,10,360,`°`)}
      ${this.#n(`range_units`,e,t/50,t,``)}
      <div class="row wrap">
        <button data-act @click=${()=>this.#i(`calibrate`,e.camera)}>
          <fr-icon path=${ne}></fr-icon>${T(`plan.calibrate`)}
        </button>
        <button data-act class="quiet" @click=${()=>void this.#r(()=>this.store.remove(e.camera))}>
          <fr-icon path=${ie}></fr-icon>${T(`plan.takeOff`)}
        </button>
      </div>
    </section>`}#n(e,t,n,r,i){let a=this.store.floor?.metres_per_unit,o=t[e],s=e===`range_units`&&a?`${(o*a).toFixed(1)} m`:`${Math.round(o)}${i}`;return _`<label class="field"
      ><span>${T(`plan.${e}`)}<output>${s}</output></span>
      <input data-act
        type="range"
        min=${n}
        max=${r}
        step="any"
        .value=${String(o)}
        @input=${t=>this.store.adjust({[e]:Number(t.target.value)})}
        @change=${()=>void this.#r(()=>this.store.save())}
    /></label>`}async#r(e){try{await e()}catch(e){this.services.toasts.failed(e)}}#i(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};D([g({attribute:!1})],H.prototype,`store`,void 0),D([g()],H.prototype,`placing`,void 0),H=D([r(`camera-panel`)],H);var U=class extends x{constructor(){super(),this.measuring=!1,this.ruler=[],this.turning=!1,h(this,()=>[this.store])}static{this.styles=[f,n,c,p`
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
        align-items: center;
      }
      input[type='number'] {
        width: 110px;
      }
      form {
        display: flex;
        gap: 8px;
        align-items: center;
      }
    `]}render(){let e=this.store.state.plan?.floors??[],{floor:n}=this.store;return n===null?w:_`<div class="bar">
      <select
        aria-label=${T(`plan.floor`)}
        @change=${e=>this.store.showFloor(e.target.value)}
      >
        ${e.map(e=>_`<option value=${e.id} ?selected=${e.id===n.id}>${e.name}</option>`)}
      </select>
      <button data-act @click=${()=>this.chooser.click()}>
        <fr-icon path=${u}></fr-icon>${n.has_picture?T(`plan.replace`):T(`plan.upload`)}
      </button>
      <input
        type="file"
        hidden
        accept="image/png,image/jpeg,image/webp,image/svg+xml"
        @change=${()=>void this.#i()}
      />
      <button data-act aria-pressed=${this.measuring} @click=${()=>this.#o(`measure`)}>
        <fr-icon path=${t}></fr-icon>${T(`plan.scale`)}
      </button>
      <button aria-pressed=${this.turning} @click=${()=>this.turning=!this.turning}>
        <fr-icon path=${i}></fr-icon>${T(`plan.north`)}
      </button>
      ${this.turning?this.#e(n):w}
      ${this.ruler.length===2?this.#t():w}
      <span class="muted small grow">${this.#n()}</span>
      <fr-menu
        label=${T(`action.moreFor`,{name:n.name})}
        .items=${[{label:T(`plan.addFloor`),icon:le,action:()=>void this.#a(()=>this.store.addFloor(T(`plan.floorNumber`,{n:e.length})))},{label:T(`plan.removeFloor`),icon:o,danger:!0,action:()=>void this.#a(()=>this.store.removeFloor())}]}
      ></fr-menu>
    </div>`}#e(e){let t=e.north_deg??0;return _`<label class="north"
        ><span class="unseen">${T(`plan.northAngle`)}</span>
        <input
          data-act
          type="range"
          min="0"
          max="359"
          .value=${String(t)}
          @change=${e=>void this.#a(()=>this.store.changeFloor({north_deg:Number(e.target.value)}))}
      /></label>
      ${e.north_deg===null?w:_`<button
            data-act
            class="quiet"
            @click=${()=>void this.#a(()=>this.store.changeFloor({north_deg:null}))}
          >
            ${T(`plan.northOff`)}
          </button>`}`}#t(){return _`<form @submit=${e=>void this.#r(e)}>
      <input
        type="number"
        name="metres"
        min="0.1"
        step="any"
        required
        autofocus
        placeholder=${T(`plan.metres`)}
        aria-label=${T(`plan.metres`)}
      />
      <button class="primary">${T(`action.save`)}</button>
    </form>`}#n(){let e=this.store.floor?.metres_per_unit;if(!e)return T(`plan.noScale`);let t=Math.round((this.store.floor?.width??0)*e);return T(`plan.width`,{metres:t})}async#r(e){e.preventDefault();let t=new FormData(e.target),n=Number(t.get(`metres`)),[r,i]=this.ruler;if(!r||!i)return;let a=Math.hypot(r.x-i.x,r.y-i.y);a>0&&await this.#a(()=>this.store.changeFloor({metres_per_unit:n/a})),this.#o(`measured`)}async#i(){let[e]=this.chooser.files??[];e&&await this.#a(()=>this.store.upload(e)),this.chooser.value=``}async#a(e){try{await e()}catch(e){this.services.toasts.failed(e)}}#o(e){this.dispatchEvent(new CustomEvent(e))}};D([g({attribute:!1})],U.prototype,`store`,void 0),D([g({type:Boolean})],U.prototype,`measuring`,void 0),D([g({attribute:!1})],U.prototype,`ruler`,void 0),D([m()],U.prototype,`turning`,void 0),D([ue(`input[type=file]`)],U.prototype,`chooser`,void 0),U=D([r(`floor-bar`)],U);var Xe=[`stairs`,`lift`,`door`],W=class extends x{constructor(){super(),h(this,()=>[this.store])}static{this.styles=[f,n,p`
      .card {
        display: grid;
        gap: 12px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 44px;
      }
    `]}render(){let{plan:e,joining:t}=this.store.state;return(e?.floors.length??0)<2?w:_`<section class="card">
      <h2>${T(`passage.title`)}</h2>
      <p class="muted small">${T(`passage.why`)}</p>
      <ul>
        ${this.store.passages.map(e=>this.#e(e))}
      </ul>
      <div class="row wrap">
        ${Xe.map(e=>_`<button
              data-act
              aria-pressed=${t?.kind===e}
              @click=${()=>this.store.join(t?.kind===e?null:e)}
            >
              <fr-icon path=${pe[e]}></fr-icon>${T(`passage.${e}`)}
            </button>`)}
      </div>
    </section>`}#e(e){let t=`${T(`passage.${e.kind}`)}: ${this.#t(e)}`;return _`<li>
      <fr-icon path=${pe[e.kind]}></fr-icon>
      <span class="grow cut">${t}</span>
      <button
        data-act
        class="quiet icon"
        aria-label=${T(`passage.remove`,{name:t})}
        @click=${()=>void this.#n(e)}
      >
        <fr-icon path=${o}></fr-icon>
      </button>
    </li>`}#t({ends:e}){let{plan:t,floorId:n}=this.store.state,r=e.find(e=>e.floor_id!==n),i=t?.floors.find(e=>e.id===r?.floor_id);return T(`plan.to`,{floor:i?.name??``})}async#n(e){try{await this.store.removePassage(e.id)}catch(e){this.services.toasts.failed(e)}}};D([g({attribute:!1})],W.prototype,`store`,void 0),W=D([r(`passage-panel`)],W);var Ze=[f,n,O,p`
    :host {
      display: grid;
      gap: 16px;
    }
    .editor {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 320px;
      gap: 20px;
      align-items: start;
    }
    fr-plan {
      --plan-height: 68vh;
    }
    .hint {
      padding: 10px 4px 0;
    }
    .tall {
      height: 60vh;
    }
    @media (max-width: 1000px) {
      .editor {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `],Qe=80,$e=3,et=class extends E{constructor(e){super({phase:`loading`,error:null,plan:null,floorId:null,selected:null,draft:null,joining:null}),this.api=e}async load(){try{let e=await this.api.get(`plan`),t=e.floors.some(e=>e.id===this.state.floorId)?this.state.floorId:e.floors[0]?.id??null;this.set({phase:`ready`,error:null,plan:e,floorId:t,draft:null})}catch(e){this.set({phase:`error`,error:C(e)})}}get floor(){return this.state.plan?.floors.find(e=>e.id===this.state.floorId)??null}get cameras(){return this.state.plan?.cameras??[]}get placements(){let{plan:e,draft:t,floorId:n}=this.state,r=(e?.placements??[]).filter(e=>e.floor_id===n);return t===null?r:[...r.filter(e=>e.camera!==t.camera),t]}get placement(){return this.placements.find(e=>e.camera===this.state.selected)??null}showFloor(e){this.set({floorId:e,selected:null,draft:null})}select(e){this.set({selected:e,draft:null})}handleAt(e,t){let{placement:n}=this;if(n&&rt(tt(n),e,$e*t))return{kind:`heading`,camera:n.camera};let r=this.placements.find(n=>rt(n,e,$e*t));return r?{kind:`body`,camera:r.camera}:null}drag(e,t){let n=this.placements.find(t=>t.camera===e.camera);if(n===void 0)return;let r=e.kind===`body`?K(t,this.floor):{heading_deg:me(n,t),range_units:q(n,t)};this.set({selected:e.camera,draft:{...n,...r}})}adjust(e){let{placement:t}=this;t&&this.set({draft:{...t,...e}})}async place(e,t){let{floor:n}=this,r=this.cameras.find(t=>t.name===e);n!==null&&r!==void 0&&(this.set({selected:e,draft:{camera:e,frigate_instance:r.frigate_instance,floor_id:n.id,...K(t,n),heading_deg:me(t,{x:n.width/2,y:n.height/2}),view_deg:Qe,range_units:Math.max(n.width,n.height)/5}}),await this.save())}async save(){let{draft:e}=this.state;if(e===null)return;let{camera:t,frigate_instance:n,...r}=e,i={...r,heading_deg:Math.round(r.heading_deg*10)%3600/10};await this.#e(()=>this.api.put(nt(t),i,{frigate_instance:n}))}async remove(e){let t=this.cameras.find(t=>t.name===e)?.frigate_instance;await this.#e(()=>this.api.delete(nt(e),{frigate_instance:t})),this.select(null)}async addFloor(e){let t=Math.max(-1,...this.state.plan?.floors.map(e=>e.level)??[])+1,n=await this.api.post(`floors`,{name:e,level:t});await this.load(),this.showFloor(n.id)}async changeFloor(e){let{floor:t}=this;t&&await this.#e(()=>this.api.patch(G(t.id),e))}async removeFloor(){let{floor:e}=this;e&&await this.#e(()=>this.api.delete(G(e.id)))}async upload(e){let{floor:t}=this;t!==null&&await this.#e(()=>this.api.upload(`PUT`,`${G(t.id)}/picture`,e))}get passages(){let{plan:e,floorId:t}=this.state;return(e?.passages??[]).filter(e=>e.ends.some(e=>e.floor_id===t))}join(e){this.set({joining:e===null?null:{kind:e,from:null},selected:null})}async markEnd(e){let{joining:t}=this.state,{floor:n}=this;if(t===null||n===null)return;let r={floor_id:n.id,...K(e,n)};if(t.from===null||t.from.floor_id===n.id){let e=(this.state.plan?.floors??[]).filter(e=>e.id!==n.id);this.set({joining:{...t,from:r}}),e.length===1&&e[0]&&this.showFloor(e[0].id);return}let i={kind:t.kind,ends:[t.from,r]};this.set({joining:null}),await this.#e(()=>this.api.post(`passages`,i))}async removePassage(e){await this.#e(()=>this.api.delete(`passages/${encodeURIComponent(e)}`))}async setOneWay(e,t){await this.setRule(e,t,`forced`),await this.setRule(t,e,`forbidden`)}async setRule(e,t,n){let r=n===`learned`?null:n,i=`topology/${encodeURIComponent(e)}/${encodeURIComponent(t)}`;await this.#e(()=>this.api.put(i,{rule:r}))}async#e(e){try{await e()}finally{await this.load()}}};function tt(e){let t=e.heading_deg*Math.PI/180;return{x:e.x+e.range_units*Math.sin(t),y:e.y-e.range_units*Math.cos(t)}}function nt(e){return`cameras/${encodeURIComponent(e)}/placement`}function G(e){return`floors/${encodeURIComponent(e)}`}function K(e,t){let{width:n,height:r}=t??{width:1/0,height:1/0};return{x:Math.min(n,Math.max(0,e.x)),y:Math.min(r,Math.max(0,e.y))}}function rt(e,t,n){return q(e,t)<=n}function q(e,t){return Math.hypot(e.x-t.x,e.y-t.y)}var J=class extends x{#e;constructor(){super(),this.placing=null,this.calibrating=null,this.ruler=null,this.#e=null,h(this,()=>[this.store])}static{this.styles=Ze}render(){let{phase:e,plan:t,error:n}=this.store.state;return e===`loading`?k(1,`tall`):t===null?_`<fr-notice .error=${n} @again=${()=>void this.store.load()}></fr-notice>`:_`<floor-bar
        .store=${this.store}
        .measuring=${this.ruler!==null}
        .ruler=${this.ruler??[]}
        @measure=${()=>this.ruler=this.ruler===null?[]:null}
        @measured=${()=>this.ruler=null}
      ></floor-bar>
      ${this.store.floor===null?this.#t():this.#n()}
      ${this.calibrating?_`<calibration-sheet
            .store=${this.store}
            .camera=${this.calibrating}
            @closed=${()=>this.calibrating=null}
          ></calibration-sheet>`:w}`}#t(){return _`<fr-notice
      .icon=${ae}
      heading=${T(`plan.none.title`)}
      text=${T(`plan.none.text`)}
    >
      <button class="primary" @click=${()=>void this.#u(()=>this.store.addFloor(T(`plan.ground`)))}>
        ${T(`plan.addFloor`)}
      </button>
    </fr-notice>`}#n(){let{selected:e}=this.store.state;return _`<div class="editor">
      <div>
        <fr-plan
          .places=${this.#r()}
          label=${T(`plan.editorLabel`)}
          .layer=${e=>this.#i(e)}
          @grab=${e=>this.#s(e)}
          @drag=${e=>this.#e&&this.store.drag(this.#e,e.detail)}
          @drop=${()=>void this.#c()}
          @press=${e=>void this.#l(e.detail)}
        ></fr-plan>
        <p class="muted small hint" role="status">${this.#a()}</p>
      </div>
      <div>
        <camera-panel
          .store=${this.store}
          .placing=${this.placing}
          @place=${e=>this.#o(e.detail)}
          @calibrate=${()=>this.calibrating=e}
        ></camera-panel>
        <passage-panel .store=${this.store}></passage-panel>
      </div>
    </div>`}#r(){let{floor:e,placements:t}=this.store;return{width:e?.width??1,height:e?.height??1,floor:e,placements:t,at:new Map(t.map(e=>[e.camera,{x:e.x,y:e.y}])),schematic:!1}}#i(e){let{placement:t}=this.store,n=t?tt(t):null,r=t&&n?v`<line class="reach" x1=${t.x} y1=${t.y} x2=${n.x} y2=${n.y}></line>
          <circle class="chosen" cx=${t.x} cy=${t.y} r=${e*1.7}></circle>
          <circle class="tip" cx=${n.x} cy=${n.y} r=${e*1.4}></circle>`:w,[i,a]=this.ruler??[],o=i&&a?v`<line class="ruler" x1=${i.x} y1=${i.y} x2=${a.x} y2=${a.y}></line>`:w,s=(this.ruler??[]).map(t=>v`<circle class="end" cx=${t.x} cy=${t.y} r=${e*.9}></circle>`),c=this.store.passages.flatMap(({kind:t,ends:n})=>n.filter(e=>e.floor_id===this.store.state.floorId).map(n=>fe(n,t,e,``))),{joining:l,floorId:u}=this.store.state,d=l?.from&&l.from.floor_id===u?fe(l.from,l.kind,e,``):w;return v`${r}${o}${s}${c}${d}`}#a(){let{joining:e,floorId:t}=this.store.state;if(e!==null){let n=e.from===null||e.from.floor_id===t;return T(n?`passage.hintFirst`:`passage.hintSecond`)}return this.ruler===null?this.placing===null?T(`plan.hint`):T(`plan.hintPlace`):T(this.ruler.length<2?`plan.hintRuler`:`plan.hintLength`)}#o(e){this.placing=this.placing===e?null:e}#s(e){this.ruler!==null||this.placing!==null||this.store.state.joining||(this.#e=this.store.handleAt(e.detail,this.drawing.unit),this.#e&&e.preventDefault())}async#c(){let e=this.#e;this.#e=null,e&&this.store.state.draft&&await this.#u(()=>this.store.save())}async#l(e){if(this.store.state.joining!==null){await this.#u(()=>this.store.markEnd(e));return}if(this.ruler!==null){this.ruler=this.ruler.length<2?[...this.ruler,e]:[e];return}let{placing:t}=this;t===null?this.store.select(this.store.handleAt(e,this.drawing.unit)?.camera??null):(this.placing=null,await this.#u(()=>this.store.place(t,e)))}async#u(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};D([g({attribute:!1})],J.prototype,`store`,void 0),D([m()],J.prototype,`placing`,void 0),D([m()],J.prototype,`calibrating`,void 0),D([m()],J.prototype,`ruler`,void 0),D([ue(`fr-plan`)],J.prototype,`drawing`,void 0),J=D([r(`plan-editor`)],J);var it=class extends E{#e;#t=0;constructor(e,t){super({error:null,walk:null}),this.api=e,this.#e=t.subscribe(e=>{e.event===`sighting`&&this.isUnderWay&&this.load()})}get isUnderWay(){let{walk:e}=this.state;return e!==null&&e.started_s!==null&&e.ended_s===null}stop(){this.#e()}load(){return this.#n(()=>this.api.get(`walk-test`))}start(){return this.#n(()=>this.api.post(`walk-test`))}end(){return this.#n(()=>this.api.post(`walk-test/stop`))}async#n(e){let t=++this.#t;try{let n=await e();t===this.#t&&this.set({walk:n,error:null})}catch(e){this.set({error:C(e)})}}};function at({walked_s:e,learned:t}){return t.p5_s===null||t.p95_s===null?`new`:e<t.p5_s?`quick`:e>t.p95_s?`slow`:`fits`}var ot=class extends x{#e=null;constructor(){super(),h(this,()=>[this.store])}static{this.styles=[f,n,a,p`
      .card {
        display: grid;
        gap: 12px;
        justify-items: start;
        overflow-x: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th {
        text-align: left;
        font-weight: 560;
        font-size: 13px;
        color: var(--ink-3);
        padding: 6px 14px 8px 0;
      }
      td {
        border-top: 1px solid var(--line);
        padding: 9px 14px 9px 0;
      }
    `]}get store(){return this.#e??=new it(this.services.api,this.services.live),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}disconnectedCallback(){super.disconnectedCallback(),this.store.stop(),this.#e=null}render(){let{walk:e,error:t}=this.store.state,n=this.store.isUnderWay;return _`<section class="card">
      <h2>${T(`walk.title`)}</h2>
      <p class="muted">${T(`walk.why`)}</p>
      ${n?_`<button class="primary" @click=${()=>void this.store.end()}>
            <fr-icon path=${ee}></fr-icon>${T(`walk.stop`)}
          </button>`:_`<button data-act @click=${()=>void this.store.start()}>
            <fr-icon path=${re}></fr-icon>${T(`walk.start`)}
          </button>`}
      ${t?_`<p role="alert">${t.message}</p>`:w}
      ${e===null||e.started_s===null?w:this.#t(e,e.started_s)}
    </section>`}#t(e,t){let{zone:n}=this.services.site,r=e.legs.at(-1),i=r?T(`walk.at`,{camera:y(r.camera)}):T(`walk.nobody`),a=e.ended_s===null?T(`walk.now`):ce(e.ended_s,n,!0);return _`<p role="status" class="numbers">
        <fr-icon path=${d}></fr-icon>
        ${ce(t,n,!0)} – ${a} · ${b(`people.sightings`,e.legs.length)} ·
        ${i}
        ${e.people>0?_`<span class="chip ${e.people===1?`good`:`warn`}"
              >${b(`walk.people`,e.people)}</span
            >`:w}
      </p>
      ${e.steps.length===0?w:this.#n(e.steps)}`}#n(e){return _`<table>
      <thead>
        <tr>
          <th scope="col">${T(`ways.way`)}</th>
          <th scope="col">${T(`walk.yours`)}</th>
          <th scope="col">${T(`walk.learned`)}</th>
          <th scope="col"><span class="unseen">${T(`walk.verdict`)}</span></th>
        </tr>
      </thead>
      <tbody>
        ${e.map(e=>this.#r(e))}
      </tbody>
    </table>`}#r(e){let{learned:t,walked_s:n}=e,r=at(e),i=t.p5_s===null||t.p95_s===null?T(`walk.none`):T(`walk.range`,{usual:S(t.p50_s??0),from:S(t.p5_s),to:S(t.p95_s),n:t.count}),a=n<0?T(`route.overlap`,{time:S(-n)}):S(n);return _`<tr>
      <td><strong>${y(t.from_camera)} → ${y(t.to_camera)}</strong></td>
      <td>${a}</td>
      <td>${i}</td>
      <td><span class="chip ${r===`fits`?`good`:``}">${T(`walk.${r}`)}</span></td>
    </tr>`}};ot=D([r(`walk-card`)],ot);var st=[`learned`,`forbidden`,`forced`,`overlap`],Y=`one-way`,X=class extends x{constructor(){super(),h(this,()=>[this.store])}static{this.styles=[f,n,c,O,p`
      .card {
        overflow-x: auto;
      }
      p {
        max-width: 70ch;
        margin-bottom: 14px;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th {
        text-align: left;
        font-weight: 560;
        font-size: 13px;
        color: var(--ink-3);
        padding: 6px 14px 8px 0;
        white-space: nowrap;
      }
      td {
        border-top: 1px solid var(--line);
        padding: 9px 14px 9px 0;
        white-space: nowrap;
      }
      form label {
        display: inline-flex;
        align-items: center;
        gap: 8px;
      }
      h2 {
        margin-bottom: 12px;
      }
      .bone {
        height: 320px;
      }
      @media (max-width: 700px) {
        .wide {
          display: none;
        }
        td {
          white-space: normal;
          padding-right: 8px;
        }
        select {
          width: 112px;
          padding: 0 6px;
        }
      }
    `]}render(){let{plan:e,phase:t,error:n}=this.store.state;return t===`loading`?k(1,``):e===null?_`<fr-notice .error=${n} @again=${()=>void this.store.load()}></fr-notice>`:_`<div class="stack">
      <walk-card></walk-card>
      ${e.edges.length===0?this.#e():this.#n(e.edges)} ${this.#t()}
    </div>`}#e(){return _`<fr-notice
      .icon=${e}
      heading=${T(`ways.none.title`)}
      text=${T(`ways.none.text`)}
    ></fr-notice>`}#t(){let e=this.store.cameras.map(e=>e.name);if(e.length<2)return w;let t=(t,n,r)=>_`<label
        >${n}
        <select name=${t} aria-label=${n}>
          ${e.map(e=>_`<option value=${e} ?selected=${e===r}>${y(e)}</option>`)}
        </select></label
      >`;return _`<section class="card">
      <h2>${T(`ways.another`)}</h2>
      <form class="row wrap" @submit=${e=>void this.#a(e)}>
        ${t(`from`,T(`ways.from`),e[0])} ${t(`to`,T(`ways.to`),e[1])}
        <select name="rule" aria-label=${T(`ways.rule`)}>
          ${[...st.slice(1),Y].map(e=>_`<option value=${e}>${T(`rule.${e}`)}</option>`)}
        </select>
        <button data-act>${T(`action.save`)}</button>
      </form>
    </section>`}#n(e){return _`<section class="card">
      <p class="muted">${T(`ways.why`)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">${T(`ways.way`)}</th>
            <th scope="col">${T(`ways.typical`)}</th>
            <th scope="col" class="wide">${T(`ways.range`)}</th>
            <th scope="col" class="wide">${T(`ways.count`)}</th>
            <th scope="col">${T(`ways.rule`)}</th>
          </tr>
        </thead>
        <tbody>
          ${e.map(e=>this.#r(e))}
        </tbody>
      </table>
    </section>`}#r(e){let t=`${y(e.from_camera)} → ${y(e.to_camera)}`;return _`<tr>
      <td><strong>${t}</strong></td>
      <td>${Z(e.p50_s)}</td>
      <td class="wide">${Z(e.p5_s)} – ${Z(e.p95_s)}</td>
      <td class="wide">${e.count}</td>
      <td>
        <select
          data-act
          aria-label=${T(`ways.ruleOf`,{way:t})}
          @change=${t=>void this.#o(e,t.target)}
        >
          ${st.map(t=>_`<option value=${t} ?selected=${t===e.rule}>${T(`rule.${t}`)}</option>`)}
          <option value=${Y}>${T(`rule.one-way`)}</option>
        </select>
      </td>
    </tr>`}#i(e,t,n){return n===Y?this.store.setOneWay(e,t):this.store.setRule(e,t,n)}async#a(e){e.preventDefault();let{toasts:t}=this.services,n=new FormData(e.target),[r,i,a]=[`from`,`to`,`rule`].map(e=>String(n.get(e)));try{await this.#i(r??``,i??``,a??``),t.done(T(`person.changed`))}catch(e){t.failed(e)}}async#o(e,t){let{toasts:n}=this.services;try{await this.#i(e.from_camera,e.to_camera,t.value),n.done(T(`person.changed`))}catch(e){n.failed(e)}}};D([g({attribute:!1})],X.prototype,`store`,void 0),X=D([r(`topology-tab`)],X);function Z(e){return e===null?`–`:S(e)}var Q=[`list`,`plan`,`ways`],$=class extends x{#e=null;#t=[];constructor(){super(),h(this,()=>[this.services.router])}static{this.styles=[f,p`
      :host {
        display: grid;
        gap: 18px;
        grid-template-columns: minmax(0, 1fr);
      }
    `]}get store(){return this.#e??=new et(this.services.api),this.#e}connectedCallback(){super.connectedCallback();let{live:e}=this.services;this.#t=[e.subscribe(({topic:e})=>e===`plan`&&void this.store.load()),e.onState(e=>e&&void this.store.load())],this.store.load()}disconnectedCallback(){super.disconnectedCallback();for(let e of this.#t)e()}render(){let e=this.#r();return _`<h1>${T(`nav.cameras`)}</h1>
      <fr-tabs
        .tabs=${Q.map(e=>({name:e,label:T(`cameras.tab.${e}`)}))}
        .current=${e}
        @chosen=${e=>this.services.router.refine({tab:e.detail===`list`?null:e.detail})}
      ></fr-tabs>
      <div role="tabpanel" aria-label=${T(`cameras.tab.${e}`)}>${this.#n(e)}</div>`}#n(e){return e===`plan`?_`<plan-editor .store=${this.store}></plan-editor>`:e===`ways`?_`<topology-tab .store=${this.store}></topology-tab>`:_`<camera-list></camera-list>`}#r(){let e=this.services.router.state.place.params.get(`tab`);return Q.find(t=>t===e)??`list`}};$=D([r(`cameras-page`)],$);export{$ as CamerasPage};