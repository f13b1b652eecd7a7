// ../node_modules/@lit/reactive-element/css-tag.js
var e = globalThis, t = e.ShadowRoot && (e.ShadyCSS === void 0 || e.ShadyCSS.nativeShadow) && "adoptedStyleSheets" in Document.prototype && "replace" in CSSStyleSheet.prototype, n = Symbol(), r = /* @__PURE__ */ new WeakMap(), i = class {
	constructor(e, t, r) {
		if (this._$cssResult$ = !0, r !== n) throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");
		this.cssText = e, this.t = t;
	}
	get styleSheet() {
		let e = this.o, n = this.t;
		if (t && e === void 0) {
			let t = n !== void 0 && n.length === 1;
			t && (e = r.get(n)), e === void 0 && ((this.o = e = new CSSStyleSheet()).replaceSync(this.cssText), t && r.set(n, e));
		}
		return e;
	}
	toString() {
		return this.cssText;
	}
}, a = (e) => new i(typeof e == "string" ? e : e + "", void 0, n), o = (e, ...t) => new i(e.length === 1 ? e[0] : t.reduce((t, n, r) => t + ((e) => {
	if (!0 === e._$cssResult$) return e.cssText;
	if (typeof e == "number") return e;
	throw Error("Value passed to 'css' function must be a 'css' function result: " + e + ". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.");
})(n) + e[r + 1], e[0]), e, n), s = (n, r) => {
	if (t) n.adoptedStyleSheets = r.map((e) => e instanceof CSSStyleSheet ? e : e.styleSheet);
	else for (let t of r) {
		let r = document.createElement("style"), i = e.litNonce;
		i !== void 0 && r.setAttribute("nonce", i), r.textContent = t.cssText, n.appendChild(r);
	}
}, c = t ? (e) => e : (e) => e instanceof CSSStyleSheet ? ((e) => {
	let t = "";
	for (let n of e.cssRules) t += n.cssText;
	return a(t);
})(e) : e, { is: l, defineProperty: u, getOwnPropertyDescriptor: d, getOwnPropertyNames: f, getOwnPropertySymbols: p, getPrototypeOf: ee } = Object, m = globalThis, te = m.trustedTypes, ne = te ? te.emptyScript : "", re = m.reactiveElementPolyfillSupport, h = (e, t) => e, g = {
	toAttribute(e, t) {
		switch (t) {
			case Boolean:
				e = e ? ne : null;
				break;
			case Object:
			case Array: e = e == null ? e : JSON.stringify(e);
		}
		return e;
	},
	fromAttribute(e, t) {
		let n = e;
		switch (t) {
			case Boolean:
				n = e !== null;
				break;
			case Number:
				n = e === null ? null : Number(e);
				break;
			case Object:
			case Array: try {
				n = JSON.parse(e);
			} catch {
				n = null;
			}
		}
		return n;
	}
}, ie = (e, t) => !l(e, t), ae = {
	attribute: !0,
	type: String,
	converter: g,
	reflect: !1,
	useDefault: !1,
	hasChanged: ie
};
Symbol.metadata ??= Symbol("metadata"), m.litPropertyMetadata ??= /* @__PURE__ */ new WeakMap();
var _ = class extends HTMLElement {
	static addInitializer(e) {
		this._$Ei(), (this.l ??= []).push(e);
	}
	static get observedAttributes() {
		return this.finalize(), this._$Eh && [...this._$Eh.keys()];
	}
	static createProperty(e, t = ae) {
		if (t.state && (t.attribute = !1), this._$Ei(), this.prototype.hasOwnProperty(e) && ((t = Object.create(t)).wrapped = !0), this.elementProperties.set(e, t), !t.noAccessor) {
			let n = Symbol(), r = this.getPropertyDescriptor(e, n, t);
			r !== void 0 && u(this.prototype, e, r);
		}
	}
	static getPropertyDescriptor(e, t, n) {
		let { get: r, set: i } = d(this.prototype, e) ?? {
			get() {
				return this[t];
			},
			set(e) {
				this[t] = e;
			}
		};
		return {
			get: r,
			set(t) {
				let a = r?.call(this);
				i?.call(this, t), this.requestUpdate(e, a, n);
			},
			configurable: !0,
			enumerable: !0
		};
	}
	static getPropertyOptions(e) {
		return this.elementProperties.get(e) ?? ae;
	}
	static _$Ei() {
		if (this.hasOwnProperty(h("elementProperties"))) return;
		let e = ee(this);
		e.finalize(), e.l !== void 0 && (this.l = [...e.l]), this.elementProperties = new Map(e.elementProperties);
	}
	static finalize() {
		if (this.hasOwnProperty(h("finalized"))) return;
		if (this.finalized = !0, this._$Ei(), this.hasOwnProperty(h("properties"))) {
			let e = this.properties, t = [...f(e), ...p(e)];
			for (let n of t) this.createProperty(n, e[n]);
		}
		let e = this[Symbol.metadata];
		if (e !== null) {
			let t = litPropertyMetadata.get(e);
			if (t !== void 0) for (let [e, n] of t) this.elementProperties.set(e, n);
		}
		this._$Eh = /* @__PURE__ */ new Map();
		for (let [e, t] of this.elementProperties) {
			let n = this._$Eu(e, t);
			n !== void 0 && this._$Eh.set(n, e);
		}
		this.elementStyles = this.finalizeStyles(this.styles);
	}
	static finalizeStyles(e) {
		let t = [];
		if (Array.isArray(e)) {
			let n = new Set(e.flat(1 / 0).reverse());
			for (let e of n) t.unshift(c(e));
		} else e !== void 0 && t.push(c(e));
		return t;
	}
	static _$Eu(e, t) {
		let n = t.attribute;
		return !1 === n ? void 0 : typeof n == "string" ? n : typeof e == "string" ? e.toLowerCase() : void 0;
	}
	constructor() {
		super(), this._$Ep = void 0, this.isUpdatePending = !1, this.hasUpdated = !1, this._$Em = null, this._$Ev();
	}
	_$Ev() {
		this._$ES = new Promise((e) => this.enableUpdating = e), this._$AL = /* @__PURE__ */ new Map(), this._$E_(), this.requestUpdate(), this.constructor.l?.forEach((e) => e(this));
	}
	addController(e) {
		(this._$EO ??= /* @__PURE__ */ new Set()).add(e), this.renderRoot !== void 0 && this.isConnected && e.hostConnected?.();
	}
	removeController(e) {
		this._$EO?.delete(e);
	}
	_$E_() {
		let e = /* @__PURE__ */ new Map(), t = this.constructor.elementProperties;
		for (let n of t.keys()) this.hasOwnProperty(n) && (e.set(n, this[n]), delete this[n]);
		e.size > 0 && (this._$Ep = e);
	}
	createRenderRoot() {
		let e = this.shadowRoot ?? this.attachShadow(this.constructor.shadowRootOptions);
		return s(e, this.constructor.elementStyles), e;
	}
	connectedCallback() {
		this.renderRoot ??= this.createRenderRoot(), this.enableUpdating(!0), this._$EO?.forEach((e) => e.hostConnected?.());
	}
	enableUpdating(e) {}
	disconnectedCallback() {
		this._$EO?.forEach((e) => e.hostDisconnected?.());
	}
	attributeChangedCallback(e, t, n) {
		this._$AK(e, n);
	}
	_$ET(e, t) {
		let n = this.constructor.elementProperties.get(e), r = this.constructor._$Eu(e, n);
		if (r !== void 0 && !0 === n.reflect) {
			let i = (n.converter?.toAttribute === void 0 ? g : n.converter).toAttribute(t, n.type);
			this._$Em = e, i == null ? this.removeAttribute(r) : this.setAttribute(r, i), this._$Em = null;
		}
	}
	_$AK(e, t) {
		let n = this.constructor, r = n._$Eh.get(e);
		if (r !== void 0 && this._$Em !== r) {
			let e = n.getPropertyOptions(r), i = typeof e.converter == "function" ? { fromAttribute: e.converter } : e.converter?.fromAttribute === void 0 ? g : e.converter;
			this._$Em = r;
			let a = i.fromAttribute(t, e.type);
			this[r] = a ?? this._$Ej?.get(r) ?? a, this._$Em = null;
		}
	}
	requestUpdate(e, t, n, r = !1, i) {
		if (e !== void 0) {
			let a = this.constructor;
			if (!1 === r && (i = this[e]), n ??= a.getPropertyOptions(e), !((n.hasChanged ?? ie)(i, t) || n.useDefault && n.reflect && i === this._$Ej?.get(e) && !this.hasAttribute(a._$Eu(e, n)))) return;
			this.C(e, t, n);
		}
		!1 === this.isUpdatePending && (this._$ES = this._$EP());
	}
	C(e, t, { useDefault: n, reflect: r, wrapped: i }, a) {
		n && !(this._$Ej ??= /* @__PURE__ */ new Map()).has(e) && (this._$Ej.set(e, a ?? t ?? this[e]), !0 !== i || a !== void 0) || (this._$AL.has(e) || (this.hasUpdated || n || (t = void 0), this._$AL.set(e, t)), !0 === r && this._$Em !== e && (this._$Eq ??= /* @__PURE__ */ new Set()).add(e));
	}
	async _$EP() {
		this.isUpdatePending = !0;
		try {
			await this._$ES;
		} catch (e) {
			Promise.reject(e);
		}
		let e = this.scheduleUpdate();
		return e != null && await e, !this.isUpdatePending;
	}
	scheduleUpdate() {
		return this.performUpdate();
	}
	performUpdate() {
		if (!this.isUpdatePending) return;
		if (!this.hasUpdated) {
			if (this.renderRoot ??= this.createRenderRoot(), this._$Ep) {
				for (let [e, t] of this._$Ep) this[e] = t;
				this._$Ep = void 0;
			}
			let e = this.constructor.elementProperties;
			if (e.size > 0) for (let [t, n] of e) {
				let { wrapped: e } = n, r = this[t];
				!0 !== e || this._$AL.has(t) || r === void 0 || this.C(t, void 0, n, r);
			}
		}
		let e = !1, t = this._$AL;
		try {
			e = this.shouldUpdate(t), e ? (this.willUpdate(t), this._$EO?.forEach((e) => e.hostUpdate?.()), this.update(t)) : this._$EM();
		} catch (t) {
			throw e = !1, this._$EM(), t;
		}
		e && this._$AE(t);
	}
	willUpdate(e) {}
	_$AE(e) {
		this._$EO?.forEach((e) => e.hostUpdated?.()), this.hasUpdated || (this.hasUpdated = !0, this.firstUpdated(e)), this.updated(e);
	}
	_$EM() {
		this._$AL = /* @__PURE__ */ new Map(), this.isUpdatePending = !1;
	}
	get updateComplete() {
		return this.getUpdateComplete();
	}
	getUpdateComplete() {
		return this._$ES;
	}
	shouldUpdate(e) {
		return !0;
	}
	update(e) {
		this._$Eq &&= this._$Eq.forEach((e) => this._$ET(e, this[e])), this._$EM();
	}
	updated(e) {}
	firstUpdated(e) {}
};
_.elementStyles = [], _.shadowRootOptions = { mode: "open" }, _[h("elementProperties")] = /* @__PURE__ */ new Map(), _[h("finalized")] = /* @__PURE__ */ new Map(), re?.({ ReactiveElement: _ }), (m.reactiveElementVersions ??= []).push("2.1.2");
// ../node_modules/lit-html/lit-html.js
var oe = globalThis, se = (e) => e, v = oe.trustedTypes, ce = v ? v.createPolicy("lit-html", { createHTML: (e) => e }) : void 0, le = "$lit$", y = `lit$${Math.random().toFixed(9).slice(2)}$`, ue = "?" + y, de = `<${ue}>`, b = document, x = () => b.createComment(""), S = (e) => e === null || typeof e != "object" && typeof e != "function", fe = Array.isArray, pe = (e) => fe(e) || typeof e?.[Symbol.iterator] == "function", me = "[ 	\n\f\r]", C = /<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g, he = /-->/g, ge = />/g, w = RegExp(`>|${me}(?:([^\\s"'>=/]+)(${me}*=${me}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`, "g"), _e = /'/g, ve = /"/g, ye = /^(?:script|style|textarea|title)$/i, be = (e) => (t, ...n) => ({
	_$litType$: e,
	strings: t,
	values: n
}), T = be(1), E = be(2), D = Symbol.for("lit-noChange"), O = Symbol.for("lit-nothing"), xe = /* @__PURE__ */ new WeakMap(), k = b.createTreeWalker(b, 129);
function Se(e, t) {
	if (!fe(e) || !e.hasOwnProperty("raw")) throw Error("invalid template strings array");
	return ce === void 0 ? t : ce.createHTML(t);
}
var Ce = (e, t) => {
	let n = e.length - 1, r = [], i, a = t === 2 ? "<svg>" : t === 3 ? "<math>" : "", o = C;
	for (let t = 0; t < n; t++) {
		let n = e[t], s, c, l = -1, u = 0;
		for (; u < n.length && (o.lastIndex = u, c = o.exec(n), c !== null);) u = o.lastIndex, o === C ? c[1] === "!--" ? o = he : c[1] === void 0 ? c[2] === void 0 ? c[3] !== void 0 && (o = w) : (ye.test(c[2]) && (i = RegExp("</" + c[2], "g")), o = w) : o = ge : o === w ? c[0] === ">" ? (o = i ?? C, l = -1) : c[1] === void 0 ? l = -2 : (l = o.lastIndex - c[2].length, s = c[1], o = c[3] === void 0 ? w : c[3] === "\"" ? ve : _e) : o === ve || o === _e ? o = w : o === he || o === ge ? o = C : (o = w, i = void 0);
		let d = o === w && e[t + 1].startsWith("/>") ? " " : "";
		a += o === C ? n + de : l >= 0 ? (r.push(s), n.slice(0, l) + le + n.slice(l) + y + d) : n + y + (l === -2 ? t : d);
	}
	return [Se(e, a + (e[n] || "<?>") + (t === 2 ? "</svg>" : t === 3 ? "</math>" : "")), r];
}, we = class e {
	constructor({ strings: t, _$litType$: n }, r) {
		let i;
		this.parts = [];
		let a = 0, o = 0, s = t.length - 1, c = this.parts, [l, u] = Ce(t, n);
		if (this.el = e.createElement(l, r), k.currentNode = this.el.content, n === 2 || n === 3) {
			let e = this.el.content.firstChild;
			e.replaceWith(...e.childNodes);
		}
		for (; (i = k.nextNode()) !== null && c.length < s;) {
			if (i.nodeType === 1) {
				if (i.hasAttributes()) for (let e of i.getAttributeNames()) if (e.endsWith(le)) {
					let t = u[o++], n = i.getAttribute(e).split(y), r = /([.?@])?(.*)/.exec(t);
					c.push({
						type: 1,
						index: a,
						name: r[2],
						strings: n,
						ctor: r[1] === "." ? De : r[1] === "?" ? Oe : r[1] === "@" ? ke : j
					}), i.removeAttribute(e);
				} else e.startsWith(y) && (c.push({
					type: 6,
					index: a
				}), i.removeAttribute(e));
				if (ye.test(i.tagName)) {
					let e = i.textContent.split(y), t = e.length - 1;
					if (t > 0) {
						i.textContent = v ? v.emptyScript : "";
						for (let n = 0; n < t; n++) i.append(e[n], x()), k.nextNode(), c.push({
							type: 2,
							index: ++a
						});
						i.append(e[t], x());
					}
				}
			} else if (i.nodeType === 8) {
				if (i.data === ue) c.push({
					type: 2,
					index: a
				});
				else {
					let e = -1;
					for (; (e = i.data.indexOf(y, e + 1)) !== -1;) c.push({
						type: 7,
						index: a
					}), e += y.length - 1;
				}
			}
			a++;
		}
	}
	static createElement(e, t) {
		let n = b.createElement("template");
		return n.innerHTML = e, n;
	}
};
function A(e, t, n = e, r) {
	if (t === D) return t;
	let i = r === void 0 ? n._$Cl : n._$Co?.[r], a = S(t) ? void 0 : t._$litDirective$;
	return i?.constructor !== a && (i?._$AO?.(!1), a === void 0 ? i = void 0 : (i = new a(e), i._$AT(e, n, r)), r === void 0 ? n._$Cl = i : (n._$Co ??= [])[r] = i), i !== void 0 && (t = A(e, i._$AS(e, t.values), i, r)), t;
}
var Te = class {
	constructor(e, t) {
		this._$AV = [], this._$AN = void 0, this._$AD = e, this._$AM = t;
	}
	get parentNode() {
		return this._$AM.parentNode;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	u(e) {
		let { el: { content: t }, parts: n } = this._$AD, r = (e?.creationScope ?? b).importNode(t, !0);
		k.currentNode = r;
		let i = k.nextNode(), a = 0, o = 0, s = n[0];
		for (; s !== void 0;) {
			if (a === s.index) {
				let t;
				s.type === 2 ? t = new Ee(i, i.nextSibling, this, e) : s.type === 1 ? t = new s.ctor(i, s.name, s.strings, this, e) : s.type === 6 && (t = new Ae(i, this, e)), this._$AV.push(t), s = n[++o];
			}
			a !== s?.index && (i = k.nextNode(), a++);
		}
		return k.currentNode = b, r;
	}
	p(e) {
		let t = 0;
		for (let n of this._$AV) n !== void 0 && (n.strings === void 0 ? n._$AI(e[t]) : (n._$AI(e, n, t), t += n.strings.length - 2)), t++;
	}
}, Ee = class e {
	get _$AU() {
		return this._$AM?._$AU ?? this._$Cv;
	}
	constructor(e, t, n, r) {
		this.type = 2, this._$AH = O, this._$AN = void 0, this._$AA = e, this._$AB = t, this._$AM = n, this.options = r, this._$Cv = r?.isConnected ?? !0;
	}
	get parentNode() {
		let e = this._$AA.parentNode, t = this._$AM;
		return t !== void 0 && e?.nodeType === 11 && (e = t.parentNode), e;
	}
	get startNode() {
		return this._$AA;
	}
	get endNode() {
		return this._$AB;
	}
	_$AI(e, t = this) {
		e = A(this, e, t), S(e) ? e === O || e == null || e === "" ? (this._$AH !== O && this._$AR(), this._$AH = O) : e !== this._$AH && e !== D && this._(e) : e._$litType$ === void 0 ? e.nodeType === void 0 ? pe(e) ? this.k(e) : this._(e) : this.T(e) : this.$(e);
	}
	O(e) {
		return this._$AA.parentNode.insertBefore(e, this._$AB);
	}
	T(e) {
		this._$AH !== e && (this._$AR(), this._$AH = this.O(e));
	}
	_(e) {
		this._$AH !== O && S(this._$AH) ? this._$AA.nextSibling.data = e : this.T(b.createTextNode(e)), this._$AH = e;
	}
	$(e) {
		let { values: t, _$litType$: n } = e, r = typeof n == "number" ? this._$AC(e) : (n.el === void 0 && (n.el = we.createElement(Se(n.h, n.h[0]), this.options)), n);
		if (this._$AH?._$AD === r) this._$AH.p(t);
		else {
			let e = new Te(r, this), n = e.u(this.options);
			e.p(t), this.T(n), this._$AH = e;
		}
	}
	_$AC(e) {
		let t = xe.get(e.strings);
		return t === void 0 && xe.set(e.strings, t = new we(e)), t;
	}
	k(t) {
		fe(this._$AH) || (this._$AH = [], this._$AR());
		let n = this._$AH, r, i = 0;
		for (let a of t) i === n.length ? n.push(r = new e(this.O(x()), this.O(x()), this, this.options)) : r = n[i], r._$AI(a), i++;
		i < n.length && (this._$AR(r && r._$AB.nextSibling, i), n.length = i);
	}
	_$AR(e = this._$AA.nextSibling, t) {
		for (this._$AP?.(!1, !0, t); e !== this._$AB;) {
			let t = se(e).nextSibling;
			se(e).remove(), e = t;
		}
	}
	setConnected(e) {
		this._$AM === void 0 && (this._$Cv = e, this._$AP?.(e));
	}
}, j = class {
	get tagName() {
		return this.element.tagName;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	constructor(e, t, n, r, i) {
		this.type = 1, this._$AH = O, this._$AN = void 0, this.element = e, this.name = t, this._$AM = r, this.options = i, n.length > 2 || n[0] !== "" || n[1] !== "" ? (this._$AH = Array(n.length - 1).fill(/* @__PURE__ */ new String()), this.strings = n) : this._$AH = O;
	}
	_$AI(e, t = this, n, r) {
		let i = this.strings, a = !1;
		if (i === void 0) e = A(this, e, t, 0), a = !S(e) || e !== this._$AH && e !== D, a && (this._$AH = e);
		else {
			let r = e, o, s;
			for (e = i[0], o = 0; o < i.length - 1; o++) s = A(this, r[n + o], t, o), s === D && (s = this._$AH[o]), a ||= !S(s) || s !== this._$AH[o], s === O ? e = O : e !== O && (e += (s ?? "") + i[o + 1]), this._$AH[o] = s;
		}
		a && !r && this.j(e);
	}
	j(e) {
		e === O ? this.element.removeAttribute(this.name) : this.element.setAttribute(this.name, e ?? "");
	}
}, De = class extends j {
	constructor() {
		super(...arguments), this.type = 3;
	}
	j(e) {
		this.element[this.name] = e === O ? void 0 : e;
	}
}, Oe = class extends j {
	constructor() {
		super(...arguments), this.type = 4;
	}
	j(e) {
		this.element.toggleAttribute(this.name, !!e && e !== O);
	}
}, ke = class extends j {
	constructor(e, t, n, r, i) {
		super(e, t, n, r, i), this.type = 5;
	}
	_$AI(e, t = this) {
		if ((e = A(this, e, t, 0) ?? O) === D) return;
		let n = this._$AH, r = e === O && n !== O || e.capture !== n.capture || e.once !== n.once || e.passive !== n.passive, i = e !== O && (n === O || r);
		r && this.element.removeEventListener(this.name, this, n), i && this.element.addEventListener(this.name, this, e), this._$AH = e;
	}
	handleEvent(e) {
		typeof this._$AH == "function" ? this._$AH.call(this.options?.host ?? this.element, e) : this._$AH.handleEvent(e);
	}
}, Ae = class {
	constructor(e, t, n) {
		this.element = e, this.type = 6, this._$AN = void 0, this._$AM = t, this.options = n;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	_$AI(e) {
		A(this, e);
	}
}, je = oe.litHtmlPolyfillSupport;
je?.(we, Ee), (oe.litHtmlVersions ??= []).push("3.3.3");
var Me = (e, t, n) => {
	let r = n?.renderBefore ?? t, i = r._$litPart$;
	if (i === void 0) {
		let e = n?.renderBefore ?? null;
		r._$litPart$ = i = new Ee(t.insertBefore(x(), e), e, void 0, n ?? {});
	}
	return i._$AI(e), i;
}, Ne = globalThis, M = class extends _ {
	constructor() {
		super(...arguments), this.renderOptions = { host: this }, this._$Do = void 0;
	}
	createRenderRoot() {
		let e = super.createRenderRoot();
		return this.renderOptions.renderBefore ??= e.firstChild, e;
	}
	update(e) {
		let t = this.render();
		this.hasUpdated || (this.renderOptions.isConnected = this.isConnected), super.update(e), this._$Do = Me(t, this.renderRoot, this.renderOptions);
	}
	connectedCallback() {
		super.connectedCallback(), this._$Do?.setConnected(!0);
	}
	disconnectedCallback() {
		super.disconnectedCallback(), this._$Do?.setConnected(!1);
	}
	render() {
		return D;
	}
};
M._$litElement$ = !0, M.finalized = !0, Ne.litElementHydrateSupport?.({ LitElement: M });
var Pe = Ne.litElementPolyfillSupport;
Pe?.({ LitElement: M }), (Ne.litElementVersions ??= []).push("4.2.2");
// ../node_modules/@lit/reactive-element/decorators/property.js
var Fe = {
	attribute: !0,
	type: String,
	converter: g,
	reflect: !1,
	hasChanged: ie
}, Ie = (e = Fe, t, n) => {
	let { kind: r, metadata: i } = n, a = globalThis.litPropertyMetadata.get(i);
	if (a === void 0 && globalThis.litPropertyMetadata.set(i, a = /* @__PURE__ */ new Map()), r === "setter" && ((e = Object.create(e)).wrapped = !0), a.set(n.name, e), r === "accessor") {
		let { name: r } = n;
		return {
			set(n) {
				let i = t.get.call(this);
				t.set.call(this, n), this.requestUpdate(r, i, e, !0, n);
			},
			init(t) {
				return t !== void 0 && this.C(r, void 0, e, t), t;
			}
		};
	}
	if (r === "setter") {
		let { name: r } = n;
		return function(n) {
			let i = this[r];
			t.call(this, n), this.requestUpdate(r, i, e, !0, n);
		};
	}
	throw Error("Unsupported decorator location: " + r);
};
function N(e) {
	return (t, n) => typeof n == "object" ? Ie(e, t, n) : ((e, t, n) => {
		let r = t.hasOwnProperty(n);
		return t.constructor.createProperty(n, e), r ? Object.getOwnPropertyDescriptor(t, n) : void 0;
	})(e, t, n);
}
// ../node_modules/@lit/reactive-element/decorators/state.js
function P(e) {
	return N({
		...e,
		state: !0,
		attribute: !1
	});
}
// ../node_modules/@lit/reactive-element/decorators/base.js
var Le = (e, t, n) => (n.configurable = !0, n.enumerable = !0, Reflect.decorate && typeof t != "object" && Object.defineProperty(e, t, n), n);
// ../node_modules/@lit/reactive-element/decorators/query.js
function F(e, t) {
	return (n, r, i) => {
		let a = (t) => t.renderRoot?.querySelector(e) ?? null;
		if (t) {
			let { get: e, set: t } = typeof r == "object" ? n : i ?? (() => {
				let e = Symbol();
				return {
					get() {
						return this[e];
					},
					set(t) {
						this[e] = t;
					}
				};
			})();
			return Le(n, r, { get() {
				let n = e.call(this);
				return n === void 0 && (n = a(this), (n !== null || this.hasUpdated) && t.call(this, n)), n;
			} });
		}
		return Le(n, r, { get() {
			return a(this);
		} });
	};
}
// src/components/styles.ts
var I = o`
  :host {
    --text: var(--primary-text-color, #212121);
    --dim: var(--secondary-text-color, #727272);
    --line: var(--divider-color, rgba(0, 0, 0, 0.12));
    --surface: var(--card-background-color, #fff);
    --sunken: var(--secondary-background-color, #f3f3f3);
    --accent: var(--primary-color, #03a9f4);
    color: var(--text);
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`, Re = o`
  .dim {
    margin: 0;
    color: var(--dim);
    font-size: 13px;
  }
  .notice {
    margin: 0;
    padding: 8px 12px;
    border-radius: 8px;
    background: var(--sunken);
    color: var(--dim);
    font-size: 13px;
  }
  .warning {
    color: var(--text);
    border-inline-start: 4px solid var(--warning-color, #ffa600);
  }
  .warning a {
    color: var(--accent);
  }
  .empty {
    flex: 1;
    display: grid;
    place-items: center;
    margin: 0;
    padding: 24px;
    text-align: center;
    color: var(--dim);
  }
  .skeleton {
    flex: 1;
    min-block-size: 160px;
    border-radius: 8px;
    background: var(--sunken);
  }
`, ze = "frigate-reid-route-card", L = {
	people: [],
	mode: "route",
	floor: "auto",
	hours: 24,
	show: {
		scrubber: !0,
		legs: 5,
		unsure: "dashed",
		cameras: !0
	},
	tap_action: { action: "clip" },
	hold_action: { action: "open-app" }
}, R = {
	mode: [
		"route",
		"live",
		"strip"
	],
	unsure: ["dashed", "hidden"],
	tap: [
		"clip",
		"picture",
		"menu",
		"none"
	],
	hold: [
		"open-app",
		"menu",
		"none"
	]
}, Be = [
	"view_layout",
	"layout_options",
	"grid_options",
	"visibility",
	"card_mod"
], Ve = [
	"type",
	"title",
	...Object.keys(L),
	...Be
];
function He(e) {
	let t = Ge(e, "The card");
	Ke(t, Ve, "the card");
	let n = {
		...L.show,
		...Ge(t.show ?? {}, "show")
	};
	Ke(n, Object.keys(L.show), "show");
	let r = t.title;
	return {
		type: String(t.type ?? "custom:frigate-reid-route-card"),
		...r === void 0 || r === "" ? {} : { title: String(r) },
		people: Ue(t.people ?? L.people),
		mode: qe(t.mode ?? L.mode, R.mode, "mode"),
		floor: String(t.floor ?? L.floor),
		hours: Je(t.hours ?? L.hours, 1, 168, "hours"),
		show: {
			scrubber: !!n.scrubber,
			legs: Je(n.legs, 0, 50, "show.legs"),
			unsure: qe(n.unsure, R.unsure, "show.unsure"),
			cameras: !!n.cameras
		},
		tap_action: { action: We(t.tap_action, R.tap, "clip", "tap_action") },
		hold_action: { action: We(t.hold_action, R.hold, "open-app", "hold_action") }
	};
}
function Ue(e) {
	let t = Array.isArray(e) ? e : e === "auto" ? [] : [e], n = t.find((e) => typeof e != "string" || !e.includes("."));
	if (n !== void 0) throw Error(`people: ${JSON.stringify(n)} is no entity. Name person sensors, or auto.`);
	return t;
}
function We(e, t, n, r) {
	if (e === void 0) return n;
	let i = Ge(e, r);
	return Ke(i, ["action"], r), qe(i.action ?? n, t, `${r}.action`);
}
function Ge(e, t) {
	if (typeof e == "object" && e && !Array.isArray(e)) return e;
	throw Error(`${t} must hold settings by name.`);
}
function Ke(e, t, n) {
	let r = Object.keys(e).filter((e) => !t.includes(e));
	if (r.length > 0) throw Error(`Unknown in ${n}: ${r.join(", ")}. Known are ${t.join(", ")}.`);
}
function qe(e, t, n) {
	let r = t.find((t) => t === e);
	if (r === void 0) throw Error(`${n} must be one of ${t.join(", ")}.`);
	return r;
}
function Je(e, t, n, r) {
	let i = Number(e);
	if (!(i >= t && i <= n)) throw Error(`${r} must be a number from ${t} to ${n}.`);
	return i;
}
// src/data/feed.ts
function Ye() {
	return (e, t, n) => e.connection.subscribeMessage(n, t);
}
function Xe() {
	return async (e, t, n) => {
		let r = async () => {
			n(await e.callWS(t));
		}, i = () => {
			r().catch(() => void 0);
		};
		return await r(), e.connection.addEventListener("ready", i), () => {
			e.connection.removeEventListener("ready", i);
		};
	};
}
var Ze = 216e5, Qe = class {
	constructor(e, t) {
		this.host = e, this.open = t, this.hass = null, this.lines = /* @__PURE__ */ new Map(), this.timer = 0, e.addController(this);
	}
	get values() {
		return [...this.lines.values()].map(({ value: e }) => e).filter((e) => e !== null);
	}
	get problem() {
		return [...this.lines.values()].find(({ problem: e }) => e !== null)?.problem ?? null;
	}
	follow(e, t) {
		let n = this.hass !== null && this.hass.connection !== e.connection;
		this.hass = e;
		let r = new Map(t.map((e) => [JSON.stringify(e), e]));
		for (let [e, t] of this.lines) (n || !r.has(e)) && this.end(t), r.has(e) || this.lines.delete(e);
		for (let [e, t] of r) {
			let n = this.lines.get(e) ?? {
				request: t,
				leave: null,
				value: null,
				problem: null
			};
			this.lines.delete(e), this.lines.set(e, n), n.leave === null && this.begin(n);
		}
	}
	hostConnected() {
		this.restart(), this.timer = window.setInterval(() => {
			this.restart();
		}, Ze);
	}
	hostDisconnected() {
		clearInterval(this.timer), this.lines.forEach((e) => {
			this.end(e);
		});
	}
	restart() {
		this.lines.forEach((e) => {
			this.end(e), this.begin(e);
		});
	}
	begin(e) {
		if (this.hass === null) return;
		let t = this.open(this.hass, e.request, (n) => {
			e.leave === t && (e.value = n, e.problem = null, this.host.requestUpdate());
		});
		e.leave = t, t.catch((n) => {
			e.leave === t && (e.problem = $e(n), this.host.requestUpdate());
		});
	}
	end(e) {
		e.leave?.then((e) => e()).catch(() => void 0), e.leave = null;
	}
};
function $e(e) {
	let t = e?.message;
	return typeof t == "string" && t !== "" ? t : String(e);
}
var et = {
	name: "Frigate Re-ID route",
	description: "Where somebody walked, on the floor plan",
	title: {
		route: "Route",
		live: "On site now",
		strip: "Route"
	},
	state: {
		loading: "Loading…",
		no_people: "No person is shown in Home Assistant yet. Name somebody in Frigate Re-ID and expose them.",
		no_legs: "Not seen in the last {hours} hours.",
		nobody_now: "Nobody is in sight.",
		no_plan: "No floor plan yet: cameras lie as far apart as people take to walk.",
		no_place: "No camera has a place yet. The list below has every leg.",
		trouble: "No answer: {reason}",
		stale: "Not connected. Last known.",
		unplaced: "Not on this floor: {numbers}"
	},
	plan: { to: "to {floor}" },
	leg: {
		number: "Leg {number}",
		confirmed: "confirmed",
		likely: "likely",
		unsure: "unsure",
		gap: "out of sight {duration}",
		overlap: "seen by both",
		more: "{count} earlier",
		picture_gone: "The picture has expired."
	},
	controls: {
		play: "Play the route",
		pause: "Pause",
		scrubber: "Time of day",
		floor: "Floor",
		floor_auto: "Follow",
		open_app: "Open Frigate Re-ID"
	},
	menu: {
		title: "{camera} · {time}",
		close: "Close",
		search: "Find this person on other cameras",
		searching: "Looking…",
		found: "{count} likely or possible sightings on {cameras} cameras",
		found_none: "Nothing found around that time.",
		name: "Name",
		save: "Save",
		same: "It is {label}",
		different: "It is somebody else",
		done: "Done.",
		failed: "That did not work: {reason}"
	},
	editor: {
		no_plan: "There is no floor plan yet: cameras lie as far apart as people take to walk.",
		no_camera: "No camera has a place on the floor plan yet: routes cannot be drawn on it.",
		open_plan: "Open the plan editor",
		about_plans: "How to make one"
	},
	form: {
		people_group: "People",
		plan_group: "Plan and floor",
		time_group: "Time",
		look_group: "Look",
		actions_group: "Actions",
		people: "People",
		people_help: "Leave empty to follow whoever was seen last.",
		mode: "Show",
		mode_route: "Routes on the plan",
		mode_live: "Everybody who is there now",
		mode_strip: "Bars without a plan",
		floor: "Floor",
		floor_help: "auto, or a floor's name. Without a floor plan the cameras lie as people walk between them; upload a plan in Frigate Re-ID under Cameras.",
		hours: "Hours to look back",
		title: "Title",
		show: "What is drawn",
		scrubber: "Scrubber over the day",
		legs: "Legs in the list",
		unsure: "Unsure legs",
		unsure_dashed: "Dashed",
		unsure_hidden: "Hidden",
		cameras: "Cameras with their views",
		tap_action: "Tap a leg",
		hold_action: "Hold a leg",
		action_clip: "Play its clip",
		action_picture: "Show its picture",
		action_menu: "Open its menu",
		action_none: "Nothing",
		"action_open-app": "Open Frigate Re-ID"
	}
};
// src/words.ts
function z(e, t = {}) {
	let n = e.split(".").reduce((e, t) => tt(e, t), et);
	if (typeof n != "string") throw Error(`There is no text called ${e}.`);
	return n.replace(/\{(\w+)\}/g, (e, n) => String(t[n] ?? e));
}
function tt(e, t) {
	return typeof e == "object" && e ? e[t] : void 0;
}
// src/form.ts
function B(e, t, n = e) {
	return {
		name: e,
		label: z(`form.${n}`),
		selector: t
	};
}
function nt(e, t, n, r = e) {
	return B(e, { select: {
		mode: "dropdown",
		options: n.map((e) => ({
			value: e,
			label: z(`form.${t}_${e}`)
		}))
	} }, r);
}
function V(e, t, n) {
	return {
		type: "expandable",
		name: "",
		title: z(`form.${e}`),
		icon: t,
		flatten: !0,
		schema: n
	};
}
function rt(e, t) {
	return {
		type: "grid",
		name: e,
		schema: [nt("action", "action", t, e)]
	};
}
function it(e, t) {
	return { number: {
		min: e,
		max: t,
		mode: "box"
	} };
}
function at() {
	let e = B("people", { entity: {
		multiple: !0,
		filter: {
			integration: "frigate_reid",
			domain: "sensor"
		}
	} }), t = B("floor", { text: {} });
	return {
		schema: [
			{
				...e,
				helper: z("form.people_help")
			},
			nt("mode", "mode", [
				"route",
				"live",
				"strip"
			]),
			V("plan_group", "mdi:floor-plan", [{
				...t,
				helper: z("form.floor_help")
			}]),
			V("time_group", "mdi:clock-outline", [B("hours", it(1, 168))]),
			V("look_group", "mdi:palette-outline", [B("title", { text: {} }), {
				name: "show",
				type: "grid",
				schema: [
					B("scrubber", { boolean: {} }),
					B("cameras", { boolean: {} }),
					B("legs", it(0, 50)),
					nt("unsure", "unsure", ["dashed", "hidden"])
				]
			}]),
			V("actions_group", "mdi:gesture-tap", [rt("tap_action", [
				"clip",
				"picture",
				"menu",
				"none"
			]), rt("hold_action", [
				"open-app",
				"menu",
				"none"
			])])
		],
		computeLabel: ({ label: e, name: t }) => e ?? t,
		computeHelper: ({ helper: e }) => e,
		assertConfig: (e) => {
			He(e);
		}
	};
}
// src/ha.ts
function ot(e) {
	return e.locale.time_zone === "local" ? void 0 : e.config.time_zone;
}
function st(e, t, n) {
	e.dispatchEvent(new CustomEvent(t, {
		detail: n,
		bubbles: !0,
		composed: !0
	}));
}
function ct(e) {
	let t = Object.values(e.panels).find(({ config: e }) => Object.values(e ?? {}).some((e) => /(^|_)frigate_reid$/.test(String(e))));
	return t ? `/${t.url_path}` : null;
}
function lt(e) {
	history.pushState(null, "", e), st(window, "location-changed", { replace: !1 });
}
// src/logic/floors.ts
var ut = {
	width: 1e3,
	height: 620,
	margin: 110
}, dt = {
	floor: null,
	picture: null,
	width: 1,
	height: 1,
	places: /* @__PURE__ */ new Map(),
	cameras: [],
	joined: null
};
function H(e) {
	let t = new Set(e.cameras.map((e) => e.placement?.floor_id));
	return e.floors.filter((e) => t.has(e.id)).sort((e, t) => e.level - t.level);
}
function ft(e, t) {
	let n = t.trim().toLowerCase();
	return e.find(({ id: e, name: r }) => e === t || r.toLowerCase() === n) ?? null;
}
function pt(e, t, n) {
	let r = H(e), i = new Map(e.cameras.map((e) => [e.name, e.placement?.floor_id])), a = -Infinity, o;
	for (let e of t.flatMap((e) => e.legs)) {
		let t = i.get(e.camera);
		t !== void 0 && e.start_s <= n && e.start_s > a && (a = e.start_s, o = t);
	}
	return r.find((e) => e.id === o) ?? r[0] ?? null;
}
function mt(e, t, n = {}) {
	let r = /* @__PURE__ */ new Map();
	if (t === null) {
		for (let t of e.cameras) t.suggested !== null && r.set(t.name, gt(t.suggested));
		let n = e.cameras.filter((e) => r.has(e.name)), { width: i, height: a } = ut;
		return {
			floor: t,
			picture: null,
			width: i,
			height: a,
			places: r,
			cameras: n,
			joined: null
		};
	}
	let i = e.cameras.filter((e) => e.placement?.floor_id === t.id);
	for (let { name: e, placement: t } of i) t !== null && r.set(e, {
		x: t.x,
		y: t.y
	});
	let a = n[t.id] ?? null, { width: o, height: s } = t;
	return {
		floor: t,
		picture: a,
		width: o,
		height: s,
		places: r,
		cameras: i,
		joined: ht(e)
	};
}
function ht({ floors: e, cameras: t, passages: n = [] }) {
	return {
		floors: e,
		placements: t.flatMap(({ name: e, placement: t }) => t === null ? [] : [{
			...t,
			camera: e
		}]),
		passages: n
	};
}
function gt({ x: e, y: t }) {
	let { width: n, height: r, margin: i } = ut;
	return {
		x: i + e * (n - 2 * i),
		y: i + t * (r - 2 * i)
	};
}
// src/logic/people.ts
var _t = "frigate_reid", vt = "seen_by", yt = "last_seen";
function bt(e, t, n) {
	let r = e.entities[t];
	return r?.platform === _t && r.translation_key === n;
}
function xt(e, t) {
	return bt(e, t, vt);
}
function St(e) {
	return Object.keys(e.entities).filter((t) => xt(e, t)).sort();
}
function Ct(e, t) {
	return t.map((t) => e.states[t]?.attributes.identity_id).filter((e) => typeof e == "string");
}
function wt(e) {
	let t = /* @__PURE__ */ new Map();
	for (let n of Object.keys(e.entities)) {
		let r = e.entities[n]?.device_id;
		r !== void 0 && bt(e, n, yt) && t.set(r, e.states[n]?.state ?? "");
	}
	let n = (n) => {
		let r = t.get(e.entities[n]?.device_id ?? "") ?? "";
		return /^\d/.test(r) ? r : "";
	};
	return St(e).toSorted((e, t) => n(t).localeCompare(n(e)))[0] ?? null;
}
// src/logic/plan-state.ts
function Tt(e) {
	if (e === void 0) return null;
	let t = e.plan;
	return t === null || t.floors.length === 0 ? "no_plan" : t.cameras.some(({ placement: e }) => e !== null) ? null : "no_camera";
}
// \0@oxc-project+runtime@0.156.0/helpers/esm/decorate.js
function U(e, t, n, r) {
	var i = arguments.length, a = i < 3 ? t : r === null ? r = Object.getOwnPropertyDescriptor(t, n) : r, o;
	if (typeof Reflect == "object" && typeof Reflect.decorate == "function") a = Reflect.decorate(e, t, n, r);
	else for (var s = e.length - 1; s >= 0; s--) (o = e[s]) && (a = (i < 3 ? o(a) : i > 3 ? o(t, n, a) : o(t, n)) || a);
	return i > 3 && a && Object.defineProperty(t, n, a), a;
}
// src/card.ts
var Et = {
	floors: [],
	cameras: []
}, Dt = "#/cameras?tab=plan", Ot = "https://github.com/frigate-reid/frigate-reid/blob/main/docs/floor-plan.md", W = class extends M {
	constructor(...e) {
		super(...e), this.preview = !1, this.config = null, this.chosenFloor = null, this.home = null, this.plans = new Qe(this, Xe()), this.routes = new Qe(this, Ye()), this.live = new Qe(this, Ye());
	}
	static {
		this.getConfigForm = at;
	}
	static getStubConfig(e) {
		return {
			people: St(e).slice(0, 1),
			mode: "route"
		};
	}
	static {
		this.styles = [
			I,
			Re,
			o`
      :host {
        display: block;
        block-size: 100%;
      }
      ha-card {
        display: flex;
        flex-direction: column;
        block-size: 100%;
        box-sizing: border-box;
        padding: 12px 16px 16px;
        gap: 10px;
        overflow: hidden;
      }
      header {
        display: flex;
        align-items: baseline;
        gap: 8px;
        min-block-size: 28px;
      }
      h2 {
        margin: 0;
        flex: 0 1 auto;
        font-size: 18px;
        font-weight: 500;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .last {
        flex: 1;
      }
      select {
        font: inherit;
        font-size: 13px;
        color: inherit;
        background: var(--sunken);
        border: 0;
        border-radius: 14px;
        padding: 5px 10px;
        min-block-size: 28px;
      }
    `
		];
	}
	setConfig(e) {
		this.config = He(e), this.chosenFloor = null, this.follow();
	}
	set hass(e) {
		let t = this.home;
		this.home = e, this.follow(), (t?.connected !== e.connected || t.locale !== e.locale) && this.requestUpdate();
	}
	getCardSize() {
		return this.config?.mode === "strip" ? 3 : 8;
	}
	getGridOptions() {
		return {
			columns: 12,
			rows: this.config?.mode === "strip" ? 4 : 8,
			min_columns: 6,
			min_rows: 3
		};
	}
	render() {
		let [e, t] = [this.home, this.config];
		return e === null || t === null ? O : T`<ha-card dir=${document.dir || "auto"} @leg-chosen=${this.legChosen}>
        ${this.header(t)} ${this.notice(e)} ${this.warning(e)} ${this.view(e, t)}
      </ha-card>
      <frr-leg-dialog .hass=${e}></frr-leg-dialog>`;
	}
	follow() {
		let [e, t] = [this.home, this.config];
		if (e === null || t === null) return;
		let n = this.people(e, t).map((e) => ({
			type: "frigate_reid/route/subscribe",
			person: e,
			hours: t.hours,
			trail: t.mode === "route"
		}));
		this.plans.follow(e, t.mode === "strip" ? [] : [{ type: "frigate_reid/plan/get" }]), this.live.follow(e, t.mode === "live" ? [{ type: "frigate_reid/live/subscribe" }] : []), this.routes.follow(e, t.mode === "live" ? [] : n);
	}
	people(e, t) {
		let n = wt(e), r = n === null ? [] : [n];
		return Ct(e, t.people.length > 0 ? t.people : r);
	}
	view(e, t) {
		let n = this.plans.values[0], [r, i] = [n ? n.plan ?? Et : null, n?.pictures ?? {}], a = this.chosenFloor ?? t.floor, o = this.live.values[0];
		return o !== void 0 && r !== null ? T`<frr-live
        .live=${o}
        .plan=${r}
        .pictures=${i}
        .floor=${a}
        ?cameras=${t.show.cameras}
      ></frr-live>` : this.routes.values.length > 0 ? T`<frr-route
        .config=${t}
        .routes=${this.routes.values}
        .plan=${r}
        .pictures=${i}
        .floor=${a}
        .zone=${ot(e)}
      ></frr-route>` : t.mode !== "live" && this.people(e, t).length === 0 ? T`<p class="empty">${z("state.no_people")}</p>` : T`<div class="skeleton" role="status" aria-label=${z("state.loading")}></div>`;
	}
	header(e) {
		let t = this.routes.values, n = t.map((e) => e.name).join(", "), r = t.flatMap((e) => e.legs).toSorted((e, t) => e.end_s - t.end_s).at(-1), i = H(this.plans.values[0]?.plan ?? Et);
		return T`<header>
      <h2>${e.title ?? (n || z(`title.${e.mode}`))}</h2>
      <span class="dim last">${r?.camera.replaceAll("_", " ") ?? ""}</span>
      ${i.length > 1 ? T`<select aria-label=${z("controls.floor")} @change=${this.floorChosen}>
            <option value="">${z("controls.floor_auto")}</option>
            ${i.map(({ id: e, name: t }) => T`<option value=${e} ?selected=${e === this.chosenFloor}>${t}</option>`)}
          </select>` : O}
    </header>`;
	}
	notice(e) {
		if (!e.connected || this.live.values[0]?.connected === !1) return T`<p class="notice">${z("state.stale")}</p>`;
		let t = this.routes.problem ?? this.live.problem ?? this.plans.problem;
		return t === null ? O : T`<p class="notice" role="alert">${z("state.trouble", { reason: t })}</p>`;
	}
	warning(e) {
		let t = this.preview ? Tt(this.plans.values[0]) : null;
		if (t === null) return O;
		let n = ct(e);
		return T`<p class="notice warning" role="alert">
      ${z(`editor.${t}`)}
      <a href=${n === null ? Ot : n + Dt} target="_blank" rel="noopener">
        ${z(n === null ? "editor.about_plans" : "editor.open_plan")}
      </a>
    </p>`;
	}
	legChosen({ detail: e }) {
		let { gesture: t, ...n } = e, r = t === "tap" ? "tap_action" : "hold_action", i = this.config?.[r].action ?? "none", a = this.home === null ? null : ct(this.home);
		i !== "none" && (i === "open-app" && a !== null ? lt(`${a}#/people/${n.person.identity_id}`) : this.dialog.open(n, i === "open-app" ? "menu" : i));
	}
	floorChosen(e) {
		this.chosenFloor = e.target.value || null;
	}
};
U([N({ attribute: !1 })], W.prototype, "preview", void 0), U([P()], W.prototype, "config", void 0), U([P()], W.prototype, "chosenFloor", void 0), U([F("frr-leg-dialog")], W.prototype, "dialog", void 0);
// ../node_modules/lit-html/directive.js
var kt = {
	ATTRIBUTE: 1,
	CHILD: 2,
	PROPERTY: 3,
	BOOLEAN_ATTRIBUTE: 4,
	EVENT: 5,
	ELEMENT: 6
}, At = (e) => (...t) => ({
	_$litDirective$: e,
	values: t
}), jt = class {
	constructor(e) {}
	get _$AU() {
		return this._$AM._$AU;
	}
	_$AT(e, t, n) {
		this._$Ct = e, this._$AM = t, this._$Ci = n;
	}
	_$AS(e, t) {
		return this.update(e, t);
	}
	update(e, t) {
		return this.render(...t);
	}
}, Mt = "important", Nt = " !" + Mt, Pt = At(class extends jt {
	constructor(e) {
		if (super(e), e.type !== kt.ATTRIBUTE || e.name !== "style" || e.strings?.length > 2) throw Error("The `styleMap` directive must be used in the `style` attribute and must be the only part in the attribute.");
	}
	render(e) {
		return Object.keys(e).reduce((t, n) => {
			let r = e[n];
			return r == null ? t : t + `${n = n.includes("-") ? n : n.replace(/(?:^(webkit|moz|ms|o)|)(?=[A-Z])/g, "-$&").toLowerCase()}:${r};`;
		}, "");
	}
	update(e, [t]) {
		let { style: n } = e.element;
		if (this.ft === void 0) return this.ft = new Set(Object.keys(t)), this.render(t);
		for (let e of this.ft) t[e] ?? (this.ft.delete(e), e.includes("-") ? n.removeProperty(e) : n[e] = null);
		for (let e in t) {
			let r = t[e];
			if (r != null) {
				this.ft.add(e);
				let t = typeof r == "string" && r.endsWith(Nt);
				e.includes("-") || t ? n.setProperty(e, t ? r.slice(0, -11) : r, t ? Mt : "") : n[e] = r;
			}
		}
		return D;
	}
});
// src/logic/names.ts
function Ft(e) {
	let t = /^\D+ (\d{1,4})$/.exec(e)?.[1];
	if (t !== void 0) return t;
	let n = e.trim().split(/\s+/).filter(Boolean), r = n[0] ?? "", i = n.length > 1 ? n.at(-1) ?? "" : "";
	return [...r].slice(0, i ? 1 : 2).join("") + ([...i][0] ?? "");
}
// src/components/dots.ts
var G = class extends M {
	constructor(...e) {
		super(...e), this.dots = [], this.scale = {
			factor: 1,
			left: 0,
			top: 0
		}, this.live = !1, this.places = [];
	}
	static {
		this.styles = o`
    :host {
      position: absolute;
      inset: 0;
      overflow: hidden;
      pointer-events: none;
      direction: ltr;
    }
    [hidden] {
      display: none !important;
    }
    .dot {
      position: absolute;
      inset-block-start: -14px;
      inset-inline-start: -14px;
      box-sizing: border-box;
      inline-size: 28px;
      block-size: 28px;
      display: grid;
      place-items: center;
      border-radius: 50%;
      border: 2px solid #fff;
      background: var(--colour) center / cover;
      box-shadow: 0 0 0 6px color-mix(in srgb, var(--colour) 28%, transparent);
      color: #fff;
      font-size: 12px;
      font-weight: 600;
      will-change: transform;
    }
    @media (prefers-reduced-motion: no-preference) {
      :host([live]) .dot {
        animation: breathe 2s ease-in-out infinite;
      }
    }
    @keyframes breathe {
      50% {
        opacity: 0.75;
      }
    }
  `;
	}
	place(e) {
		this.places = e;
		let { factor: t, left: n, top: r } = this.scale;
		this.renderRoot.querySelectorAll(".dot").forEach((i, a) => {
			let o = e[a] ?? null;
			i.hidden = o === null, o !== null && (i.style.transform = `translate(${n + t * o.x}px, ${r + t * o.y}px)`);
		});
	}
	render() {
		return this.dots.map(({ label: e, colour: t, picture: n }) => T`<div class="dot" style=${Pt({
			"--colour": t,
			...n === null ? {} : { "background-image": `url(${JSON.stringify(n)})` }
		})} hidden>
        ${n === null ? Ft(e) : ""}
      </div>`);
	}
	updated() {
		this.place(this.places);
	}
};
U([N({ attribute: !1 })], G.prototype, "dots", void 0), U([N({ attribute: !1 })], G.prototype, "scale", void 0), U([N({
	type: Boolean,
	reflect: !0
})], G.prototype, "live", void 0);
// ../shared/src/time/zone.ts
var It = /* @__PURE__ */ new Map();
function Lt(e, t) {
	let n = zt(t).formatToParts(e * 1e3), r = (e) => Number(n.find((t) => t.type === e)?.value ?? 0);
	return {
		year: r("year"),
		month: r("month"),
		day: r("day"),
		hour: r("hour"),
		minute: r("minute"),
		second: r("second")
	};
}
function Rt(e, t) {
	let n = Lt(e, t), r = Date.UTC(n.year, n.month - 1, n.day, n.hour, n.minute, n.second);
	return Math.round(r / 1e3 - Math.floor(e));
}
function zt(e) {
	let t = e ?? "", n = It.get(t);
	return n === void 0 && (n = new Intl.DateTimeFormat("en-GB", {
		timeZone: e,
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
		hour: "2-digit",
		minute: "2-digit",
		second: "2-digit",
		hourCycle: "h23"
	}), It.set(t, n)), n;
}
// ../shared/src/time/format.ts
function K(e, t, n = !1) {
	let r = Lt(e, t);
	return (n ? [
		r.hour,
		r.minute,
		r.second
	] : [r.hour, r.minute]).map((e) => String(e).padStart(2, "0")).join(":");
}
function Bt(e) {
	let t = Math.max(0, Math.round(e)), n = [Math.floor(t / 60), t % 60];
	return t >= 3600 && n.splice(0, 1, Math.floor(t / 3600), Math.floor(t / 60) % 60), n.map((e, t) => t ? String(e).padStart(2, "0") : e).join(":");
}
// src/data/actions.ts
var Vt = "frigate_reid";
async function Ht(e, t) {
	let { response: n } = await e.callService(Vt, "search", { event_id: t }, void 0, !1, !0);
	return n;
}
async function Ut(e, t, n) {
	await e.callService(Vt, "rename_person", {
		person: t,
		name: n
	}, void 0, !1);
}
async function Wt(e, t, n) {
	let r = n === null ? {} : { person: n };
	await e.callService(Vt, "assign_sighting", {
		sighting_id: t,
		...r
	}, void 0, !1);
}
// src/components/leg-dialog.ts
var q = class extends M {
	constructor(...e) {
		super(...e), this.chosen = null, this.view = "menu", this.busy = !1, this.outcome = null;
	}
	static {
		this.styles = [I, o`
      dialog {
        box-sizing: border-box;
        inline-size: min(560px, 94vw);
        max-block-size: 92vh;
        padding: 0;
        border: 0;
        border-radius: var(--ha-dialog-border-radius, 24px);
        background: var(--ha-dialog-surface-background, var(--surface));
        color: var(--text);
        box-shadow: 0 12px 48px rgba(0, 0, 0, 0.35);
      }
      dialog::backdrop {
        background: rgba(0, 0, 0, 0.5);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: 12px 12px 12px 20px;
      }
      h2 {
        margin: 0;
        font-size: 18px;
        font-weight: 500;
      }
      video,
      .still {
        display: block;
        inline-size: 100%;
        max-block-size: 60vh;
        object-fit: contain;
        background: #000;
      }
      .actions {
        display: grid;
        gap: 8px;
        padding: 16px 20px 20px;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .row > * {
        flex: 1;
      }
      .action,
      input {
        min-block-size: 40px;
        padding: 0 14px;
        border-radius: 20px;
        border: 1px solid var(--line);
        font: inherit;
        color: inherit;
        background: none;
      }
      .main {
        background: var(--accent);
        border-color: transparent;
        color: var(--text-primary-color, #fff);
      }
      [disabled] {
        opacity: 0.5;
        cursor: default;
      }
      .close {
        inline-size: 40px;
        block-size: 40px;
        font-size: 22px;
        border-radius: 50%;
      }
      p {
        margin: 0;
        color: var(--dim);
      }
    `];
	}
	open(e, t) {
		this.chosen = e, this.view = t, this.outcome = null, this.dialog.showModal();
	}
	render() {
		return T`<dialog aria-labelledby="title" @click=${this.outside} @close=${this.closed}>
      ${this.chosen === null ? O : this.content(this.chosen)}
    </dialog>`;
	}
	content({ leg: e, person: t }) {
		let n = K(e.start_s, ot(this.hass), !0), r = e.camera.replaceAll("_", " ");
		return T`
      <header>
        <h2 id="title">${t.name} · ${z("menu.title", {
			camera: r,
			time: n
		})}</h2>
        <button class="close" aria-label=${z("menu.close")} @click=${this.close}>×</button>
      </header>
      ${this.media()}
      <div class="actions">
        <button
          class="action main"
          ?disabled=${this.busy}
          @click=${() => this.act(() => this.searched(e.event_id))}
        >
          ${z("menu.search")}
        </button>
        ${this.hass.user?.is_admin ? this.decisions() : O}
        <p role="status">${this.busy ? z("menu.searching") : this.outcome ?? ""}</p>
      </div>
    `;
	}
	media() {
		let e = this.chosen?.leg;
		return this.view === "clip" && e?.clip ? T`<video
        src=${e.clip}
        poster=${e.picture ?? ""}
        controls
        autoplay
        playsinline
        muted
      ></video>` : e?.picture ? T`<img class="still" src=${e.picture} alt="" />` : T`<p style="padding: 0 20px">${z("leg.picture_gone")}</p>`;
	}
	decisions() {
		let { leg: e, person: t } = this.chosen, n = (t) => () => this.act(async () => (await Wt(this.hass, e.sighting_id, t), z("menu.done")));
		return T`
      <div class="row">
        <button class="action" ?disabled=${this.busy} @click=${n(t.identity_id)}>
          ${z("menu.same", { label: t.name })}
        </button>
        <button class="action" ?disabled=${this.busy} @click=${n(null)}>
          ${z("menu.different")}
        </button>
      </div>
      <form
        class="row"
        @submit=${(e) => {
			e.preventDefault();
			let n = new FormData(e.target).get("name");
			this.act(async () => (await Ut(this.hass, t.identity_id, String(n)), z("menu.done")));
		}}
      >
        <input
          name="name"
          required
          maxlength="100"
          aria-label=${z("menu.name")}
          placeholder=${z("menu.name")}
          .value=${t.name}
        />
        <button class="action" ?disabled=${this.busy}>${z("menu.save")}</button>
      </form>
    `;
	}
	async searched(e) {
		let { candidates: t } = await Ht(this.hass, e), n = t.filter(({ band: e }) => e !== "weak"), r = new Set(n.map(({ camera: e }) => e)).size;
		return n.length > 0 ? z("menu.found", {
			count: n.length,
			cameras: r
		}) : z("menu.found_none");
	}
	async act(e) {
		this.busy = !0;
		try {
			this.outcome = await e();
		} catch (e) {
			this.outcome = z("menu.failed", { reason: $e(e) });
		} finally {
			this.busy = !1;
		}
	}
	outside(e) {
		e.target === this.dialog && this.close();
	}
	close() {
		this.dialog.close();
	}
	closed() {
		this.chosen = null;
	}
};
U([N({ attribute: !1 })], q.prototype, "hass", void 0), U([P()], q.prototype, "chosen", void 0), U([P()], q.prototype, "view", void 0), U([P()], q.prototype, "busy", void 0), U([P()], q.prototype, "outcome", void 0), U([F("dialog")], q.prototype, "dialog", void 0);
// src/components/choosing.ts
var Gt = 500, Kt = 10;
function J(e, t, n, r) {
	r.preventDefault(), st(e, "leg-chosen", {
		...t,
		gesture: n
	});
}
function qt(e, t) {
	return (n) => {
		if (n.button !== 0) return;
		let r = new AbortController(), i = { signal: r.signal }, a = setTimeout(() => {
			r.abort(), J(e, t, "hold", n);
		}, Gt);
		r.signal.addEventListener("abort", () => {
			clearTimeout(a);
		}), window.addEventListener("pointercancel", () => {
			r.abort();
		}, i), window.addEventListener("pointermove", (e) => {
			Math.hypot(e.clientX - n.clientX, e.clientY - n.clientY) > Kt && r.abort();
		}, i), window.addEventListener("pointerup", (n) => {
			r.abort(), J(e, t, "tap", n);
		}, i);
	};
}
// src/components/legs.ts
var Y = class extends M {
	constructor(...e) {
		super(...e), this.walks = [], this.zone = void 0, this.most = 5;
	}
	static {
		this.styles = [I, o`
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      h3 {
        margin: 8px 0 2px;
        font-size: 13px;
        font-weight: 500;
        color: var(--dim);
      }
      .leg {
        display: grid;
        grid-template-columns: 22px auto 1fr auto;
        align-items: center;
        gap: 10px;
        inline-size: 100%;
        padding: 5px 6px;
        border-radius: 8px;
        text-align: start;
        min-block-size: 44px;
      }
      .leg:hover {
        background: var(--sunken);
      }
      .number {
        inline-size: 22px;
        block-size: 22px;
        border-radius: 50%;
        display: grid;
        place-items: center;
        font-size: 12px;
        font-weight: 600;
        color: #fff;
        background: var(--colour);
      }
      .unsure .number {
        color: var(--text);
        background: none;
        border: 2px dashed var(--colour);
        box-sizing: border-box;
      }
      img,
      .silhouette {
        inline-size: 28px;
        block-size: 40px;
        border-radius: 6px;
        object-fit: cover;
        background: var(--sunken);
      }
      .what {
        min-inline-size: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .dim {
        color: var(--dim);
        font-size: 12px;
        font-variant-numeric: tabular-nums;
      }
      .gap {
        margin-inline-start: 16px;
        padding-inline-start: 16px;
        border-inline-start: 2px dotted var(--line);
        font-size: 12px;
        color: var(--dim);
      }
    `];
	}
	render() {
		return T`${this.walks.map((e) => this.person(e))}`;
	}
	person(e) {
		let { legs: t, name: n } = e.route, r = Math.max(0, t.length - this.most);
		return T`
      <section style="--colour: ${e.colour}">
        ${this.walks.length > 1 && this.most > 0 ? T`<h3>${n}</h3>` : O}
        <ol aria-label=${n}>
          ${t.map((t, n) => this.leg(e, t, n, n < r))}
        </ol>
        ${r > 0 && this.most > 0 ? T`<p class="dim" aria-hidden="true">${z("leg.more", { count: r })}</p>` : O}
      </section>
    `;
	}
	leg(e, t, n, r) {
		let i = {
			leg: t,
			person: e.route
		}, a = z(`leg.${t.certainty}`);
		return T`<li class=${r ? "unseen" : ""}>
      <button
        class="leg ${t.certainty}"
        @pointerdown=${qt(this, i)}
        @keydown=${(e) => {
			(e.key === "Enter" || e.key === " ") && J(this, i, "tap", e);
		}}
      >
        <span class="number" aria-label=${z("leg.number", { number: n + 1 })}
          >${n + 1}</span
        >
        ${t.picture === null || r ? T`<span class="silhouette"></span>` : T`<img src=${t.picture} alt="" loading="lazy" />`}
        <span class="what">
          ${t.camera.replaceAll("_", " ")}<br />
          <span class="dim">${a} · ${Bt(t.end_s - t.start_s)}</span>
        </span>
        <time class="dim">${K(t.start_s, this.zone, !0)}</time>
      </button>
      ${this.gap(e, n)}
    </li>`;
	}
	gap(e, t) {
		let n = e.route.gaps[t];
		return n === void 0 || e.route.legs[t + 1] === void 0 ? O : T`<div class="gap">${n.seconds < 0 ? z("leg.overlap") : z("leg.gap", { duration: Bt(n.seconds) })}</div>`;
	}
};
U([N({ attribute: !1 })], Y.prototype, "walks", void 0), U([N({ attribute: !1 })], Y.prototype, "zone", void 0), U([N({ type: Number })], Y.prototype, "most", void 0);
// src/components/live-view.ts
var X = class extends M {
	constructor(...e) {
		super(...e), this.pictures = {}, this.floor = "auto", this.cameras = !0;
	}
	static {
		this.styles = [
			I,
			Re,
			o`
      :host {
        display: flex;
        flex-direction: column;
        flex: 1;
        gap: 10px;
        min-block-size: 0;
      }
      frr-plan {
        flex: 1 1 auto;
        min-block-size: 160px;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      li {
        padding: 6px 12px;
        border-radius: 16px;
        background: var(--sunken);
        font-size: 14px;
      }
    `
		];
	}
	render() {
		let e = H(this.plan), t = mt(this.plan, ft(e, this.floor) ?? this.busiest(), this.pictures);
		return T`
      ${t.places.size > 0 ? T`<frr-plan
            .surface=${t}
            .present=${this.present}
            ?cameras=${this.cameras}
          ></frr-plan>` : T`<p class="notice">${z("state.no_place")}</p>`}
      ${this.present.length > 0 ? T`<ul aria-live="polite">
            ${this.present.map((e) => this.person(e))}
          </ul>` : T`<p class="dim">${z("state.nobody_now")}</p>`}
    `;
	}
	get present() {
		return [...this.live.people, ...this.live.unknown];
	}
	person({ name: e, camera: t }) {
		return T`<li>${e} <span class="dim">${t?.replaceAll("_", " ") ?? ""}</span></li>`;
	}
	busiest() {
		let e = new Map(this.plan.cameras.map((e) => [e.name, e.placement?.floor_id])), t = (t) => this.present.filter((n) => e.get(n.camera ?? "") === t).length;
		return H(this.plan).toSorted((e, n) => t(n.id) - t(e.id))[0] ?? null;
	}
};
U([N({ attribute: !1 })], X.prototype, "live", void 0), U([N({ attribute: !1 })], X.prototype, "plan", void 0), U([N({ attribute: !1 })], X.prototype, "pictures", void 0), U([N()], X.prototype, "floor", void 0), U([N({ type: Boolean })], X.prototype, "cameras", void 0);
// ../shared/src/plan/passages.ts
var Jt = 25, Yt = 6;
function Xt(e, t, n) {
	if (e === null || t === null || !e.passages?.length) return [];
	let r = new Map(e.placements.map((e) => [e.camera, e])), i = /* @__PURE__ */ new Map();
	return n.slice(1).flatMap((a, o) => {
		let [s, c] = [r.get(n[o]?.camera ?? ""), r.get(a.camera)];
		if (s === void 0 || c === void 0 || s.floor_id === c.floor_id) return [];
		let l = JSON.stringify([s.camera, c.camera]);
		i.has(l) || i.set(l, Zt(e, s, c));
		let u = i.get(l) ?? null;
		return u === null ? [] : [Qt(e, t, o, u)];
	});
}
function Zt(e, t, n) {
	let r = e.passages ?? [], i = /* @__PURE__ */ new Map([[t, {
		steps: [{
			...t,
			passage: null
		}],
		metres: 0
	}]]), a = /* @__PURE__ */ new Set();
	for (;;) {
		let t = [...i].reduce((e, t) => e === null || t[1].metres < e[1].metres ? t : e, null);
		if (t === null) return null;
		let [o, s] = t;
		if (o === n) return s.steps;
		i.delete(o), a.add(o);
		let c = (e, t, n) => {
			a.has(e) || n >= (i.get(e)?.metres ?? Infinity) || i.set(e, {
				steps: [...s.steps, ...t],
				metres: n
			});
		};
		o.floor_id === n.floor_id && c(n, [{
			...n,
			passage: null
		}], s.metres + en(e, o, n));
		for (let t of r) {
			let [n, r] = t.ends;
			if (n === void 0 || r === void 0) continue;
			let i = [[n, r], [r, n]];
			for (let [n, r] of i.filter(([e]) => e.floor_id === o.floor_id)) c(r, [{
				...n,
				passage: null
			}, {
				...r,
				passage: t
			}], s.metres + en(e, o, n) + Yt);
		}
	}
}
function Qt(e, t, n, r) {
	let i = [], a = [], o = (t) => e.floors.find((e) => e.id === t)?.name ?? "";
	return r.slice(1).forEach((s, c) => {
		let l = r[c] ?? s;
		if (s.passage === null) {
			let n = {
				from: $t(l),
				to: $t(s)
			}, r = en(e, l, s), { floor_id: a } = s;
			i.push({
				floor_id: a,
				...n,
				metres: r,
				here: a === t
			});
			return;
		}
		let { kind: u } = s.passage;
		for (let [e, r] of [[l, s], [s, l]]) e.floor_id === t && a.push({
			index: n,
			at: $t(e),
			kind: u,
			floor: o(r.floor_id)
		});
	}), {
		index: n,
		stretches: i,
		crossings: a
	};
}
function $t({ x: e, y: t }) {
	return {
		x: e,
		y: t
	};
}
function en(e, t, n) {
	let r = e.floors.find((e) => e.id === t.floor_id), i = Math.hypot(r?.width ?? 0, r?.height ?? 0) || Jt;
	return (r?.metres_per_unit ?? Jt / i) * Math.hypot(n.x - t.x, n.y - t.y);
}
var tn = .14;
function nn(e, t, n, r = []) {
	let i = new Map(r.map((e) => [e.index, e])), a = [], o = [], s = [], c = [], l = (e, t, n, r, i) => {
		let a = n.map((e) => ({
			...e,
			bend: cn(e.from, e.to)
		}));
		c.push({
			from_s: e.end_s,
			to_s: t.start_s,
			parts: a
		});
		for (let { from: e, bend: t, to: n, here: o } of a) o && !ln(e, n) && s.push({
			from: e,
			bend: t,
			to: n,
			style: r,
			gap_s: i
		});
	}, u = null;
	return e.forEach((r, s) => {
		let c = n.get(r.camera), d = e[s - 1], f = i.get(s - 1), p = t[s - 1]?.seconds ?? 0;
		if (d !== void 0 && f !== void 0) {
			let e = f.stretches.map(({ from: e, to: t, metres: n, here: r }) => ({
				from: e,
				to: t,
				length: n,
				here: r
			}));
			l(d, r, e, sn(d, r, p, !1), p);
		}
		if (c === void 0) {
			o.push(s + 1);
			return;
		}
		let ee = {
			number: s + 1,
			leg: r,
			at: c
		};
		if (a.push(ee), u !== null && f === void 0) {
			let e = u.stop, t = s - u.index > 1, n = t ? r.start_s - e.leg.end_s : p, i = {
				from: e.at,
				to: c,
				length: 1,
				here: !0
			};
			l(e.leg, r, [i], sn(e.leg, r, n, t), n);
		}
		u = {
			index: s,
			stop: ee
		};
	}), {
		stops: a,
		lines: s,
		walks: c,
		unplaced: o,
		crossings: r.flatMap((e) => e.crossings)
	};
}
function rn(e, t) {
	return e.walks.find((e) => e.from_s < t && t < e.to_s);
}
function an({ from_s: e, to_s: t, parts: n }, r) {
	let i = n.reduce((e, t) => e + t.length, 0) * (r - e) / (t - e), a = n.find(({ length: e }, t) => i <= e || t === n.length - 1 || (i -= e, !1));
	if (!a?.here) return null;
	let o = a.length > 0 ? Math.min(1, i / a.length) : 1;
	return on(a.from, a.bend, a.to, o);
}
function on(e, t, n, r) {
	let i = 1 - r, [a, o, s] = [
		i * i,
		2 * i * r,
		r * r
	];
	return {
		x: a * e.x + o * t.x + s * n.x,
		y: a * e.y + o * t.y + s * n.y
	};
}
function sn(e, t, n, r) {
	return r || n > 300 ? "dotted" : e.certainty === "unsure" || t.certainty === "unsure" ? "dashed" : "solid";
}
function cn(e, t, n = 1) {
	let [r, i] = [t.x - e.x, t.y - e.y], a = tn * n;
	return {
		x: (e.x + t.x) / 2 - a * i,
		y: (e.y + t.y) / 2 + a * r
	};
}
function ln(e, t) {
	return e.x === t.x && e.y === t.y;
}
// src/logic/walk.ts
var un = 20;
function dn(e, t, n, { unsure: r }) {
	let i = r ? e : hn(e), a = (i.trail ?? []).filter((e) => e.floor_id === t.floor?.id && e.points.length > 1), o = Xt(t.joined, t.floor?.id ?? null, i.legs);
	return {
		route: i,
		colour: n,
		layout: nn(i.legs, i.gaps, t.places, o),
		trails: new Map(a.map((e) => [e.sighting_id, e]))
	};
}
function fn(e) {
	let t = /* @__PURE__ */ new Map(), n = /* @__PURE__ */ new Map();
	for (let { leg: r } of e.flatMap((e) => e.layout.stops)) {
		let e = n.get(r.camera) ?? 0;
		n.set(r.camera, e + 1), t.set(r, e);
	}
	return t;
}
function pn(e, t) {
	let { layout: n, trails: r } = e, i = n.stops.findLast(({ leg: e }) => e.start_s <= t);
	if (i !== void 0 && t <= i.leg.end_s) {
		let e = r.get(i.leg.sighting_id);
		return e ? mn(e.points, t) : i.at;
	}
	let a = rn(n, t);
	return a === void 0 ? i === void 0 || t > i.leg.end_s + un || n.walks.some((e) => e.from_s >= i.leg.end_s) ? null : i.at : an(a, t);
}
function mn(e, t) {
	let n = e.findIndex((e) => e.time_s >= t);
	if (n <= 0) return e.at(n === 0 ? 0 : -1) ?? null;
	let [r, i] = [e[n - 1], e[n]];
	if (r === void 0 || i === void 0) return null;
	let a = (t - r.time_s) / (i.time_s - r.time_s || 1);
	return {
		x: r.x + a * (i.x - r.x),
		y: r.y + a * (i.y - r.y)
	};
}
function hn(e) {
	let t = e.legs.filter((e) => e.certainty !== "unsure"), n = t.slice(1).map((e, n) => {
		let r = t[n] ?? e;
		return {
			from_camera: r.camera,
			to_camera: e.camera,
			seconds: e.start_s - r.end_s
		};
	});
	return {
		...e,
		legs: t,
		gaps: n
	};
}
// src/components/plan.ts
var gn = 7, _n = 4, Z = class extends M {
	constructor(...e) {
		super(...e), this.walks = [], this.cameras = !0, this.present = [], this.scale = {
			factor: 1,
			left: 0,
			top: 0
		}, this.time_s = Infinity, this.sizes = new ResizeObserver(([e]) => {
			let { width: t, height: n } = e?.contentRect ?? {
				width: 0,
				height: 0
			};
			if (t === 0 || n === 0) return;
			let r = Math.min(t / this.surface.width, n / this.surface.height), i = (t - r * this.surface.width) / 2, a = (n - r * this.surface.height) / 2;
			this.scale = {
				factor: r,
				left: i,
				top: a
			};
		});
	}
	static {
		this.styles = [I, o`
      :host {
        display: block;
        position: relative;
        min-block-size: 0;
      }
      svg {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        border-radius: 8px;
        background: var(--sunken);
        touch-action: manipulation;
      }
      image {
        transition: opacity 0.2s;
      }
      .cone {
        fill: var(--accent);
        opacity: 0.12;
      }
      .camera circle {
        fill: var(--surface);
        stroke: var(--dim);
      }
      text {
        fill: var(--text);
        font-family: inherit;
        text-anchor: middle;
        paint-order: stroke;
        stroke: var(--surface);
        stroke-linejoin: round;
      }
      .way,
      .trail {
        fill: none;
        stroke: var(--colour);
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .door {
        fill: var(--surface);
        stroke: var(--colour);
      }
      .trail {
        opacity: 0.55;
      }
      .stop {
        cursor: pointer;
      }
      .stop circle {
        fill: var(--colour);
        stroke: var(--surface);
      }
      .stop.unsure circle {
        fill: var(--surface);
        stroke: var(--colour);
      }
      .stop text {
        fill: #fff;
        stroke: none;
        font-weight: 600;
        dominant-baseline: central;
      }
      .stop.unsure text {
        fill: var(--text);
      }
      .stop:focus-visible {
        outline: none;
      }
      .stop:focus-visible circle {
        stroke: var(--accent);
      }
    `];
	}
	connectedCallback() {
		super.connectedCallback(), this.sizes.observe(this);
	}
	disconnectedCallback() {
		this.sizes.disconnect(), super.disconnectedCallback();
	}
	showTime(e) {
		this.time_s = e;
		let t = this.walks.map((t) => pn(t, e));
		this.dots.place([...t, ...this.present.map((e, t) => this.standing(t))]);
	}
	render() {
		let { width: e, height: t, floor: n, picture: r } = this.surface, i = fn(this.walks);
		return T`<svg
      viewBox="0 0 ${e} ${t}"
      preserveAspectRatio="xMidYMid meet"
      role="group"
      aria-label=${n?.name ?? ""}
    >
      ${r ? E`<image href=${r} width=${e} height=${t} aria-hidden="true" />` : O}
      ${this.cameras ? this.surface.cameras.map((e) => this.camera(e)) : O}
      ${this.walks.map((e) => this.way(e))}
      ${this.surface.cameras.map((e) => this.label(e))}
      ${this.walks.map((e) => this.stops(e, i))}
      </svg>
      <frr-dots
        .dots=${[...this.walks.map(vn), ...this.present.map(yn)]}
        .scale=${this.scale}
        ?live=${this.present.length > 0}
      ></frr-dots>`;
	}
	updated() {
		this.showTime(this.time_s);
	}
	get unit() {
		return gn / this.scale.factor;
	}
	standing(e) {
		let t = this.present[e]?.camera ?? "", n = this.surface.places.get(t), r = this.present.slice(0, e).filter((e) => e.camera === t);
		return n ? {
			x: n.x + 4.4 * this.unit * r.length,
			y: n.y
		} : null;
	}
	camera(e) {
		let t = this.surface.places.get(e.name) ?? {
			x: 0,
			y: 0
		}, n = this.unit;
		return E`<g class="camera" transform="translate(${t.x} ${t.y})">
      ${this.surface.floor ? this.cone(e) : O}
      <circle r=${.9 * n} stroke-width=${.25 * n} />
    </g>`;
	}
	label({ name: e }) {
		let t = this.surface.places.get(e) ?? {
			x: 0,
			y: 0
		}, n = this.unit, r = t.y + (t.y + 5 * n > this.surface.height ? -2.6 : 4.2) * n;
		return E`<text x=${t.x} y=${r} font-size=${2 * n} stroke-width=${.5 * n}
      >${e.replaceAll("_", " ")}</text>`;
	}
	cone({ placement: e }) {
		if (e === null) return O;
		let { heading_deg: t, view_deg: n, range_units: r } = e;
		if (t === null || n === null || r === null) return O;
		let i = (e) => {
			let i = (t + e * n / 2 - 90) * Math.PI / 180;
			return `${r * Math.cos(i)} ${r * Math.sin(i)}`;
		}, a = `A ${r} ${r} 0 ${+(n > 180)} 1 ${i(1)}`;
		return E`<path class="cone" d="M 0 0 L ${i(-1)} ${a} Z" />`;
	}
	way(e) {
		return E`<g style="--colour: ${e.colour}">
      ${[...e.trails.values()].map(({ points: e }) => E`<polyline class="trail" stroke-width=${.5 * this.unit}
          points=${e.map(({ x: e, y: t }) => `${e},${t}`).join(" ")} />`)}
      ${e.layout.lines.map((e) => this.line(e))}
      ${e.layout.crossings.map((e) => this.door(e))}
    </g>`;
	}
	stops(e, t) {
		return E`<g style="--colour: ${e.colour}">
      ${e.layout.stops.map((n) => this.stop(n, e, t.get(n.leg) ?? 0))}
    </g>`;
	}
	line({ from: e, bend: t, to: n, style: r }) {
		let i = this.unit, a = {
			solid: "",
			dashed: `${2 * i} ${1.6 * i}`,
			dotted: `0.1 ${1.6 * i}`
		};
		return E`<path class="way ${r}" stroke-width=${.8 * i} stroke-dasharray=${a[r]}
      d="M ${e.x} ${e.y} Q ${t.x} ${t.y} ${n.x} ${n.y}" />`;
	}
	door({ at: e, floor: t }) {
		let n = 2 * this.unit;
		return E`<rect class="door" x=${e.x - n / 2} y=${e.y - n / 2} width=${n}
      height=${n} stroke-width=${.3 * this.unit}><title>${z("plan.to", { floor: t })}</title></rect>`;
	}
	stop({ number: e, leg: t, at: n }, r, i) {
		let a = this.unit, o = n.x + 3.6 * a * (i % _n), s = n.y - 3.6 * a * Math.floor(i / _n), c = {
			leg: t,
			person: r.route
		};
		return E`<g class="stop ${t.certainty}" role="button" tabindex="0"
      aria-label="${r.route.name} ${e}: ${t.camera}"
      transform="translate(${o} ${s})"
      @pointerdown=${qt(this, c)}
      @keydown=${(e) => {
			(e.key === "Enter" || e.key === " ") && J(this, c, "tap", e);
		}}>
      <circle r=${1.6 * a} stroke-width=${.35 * a} />
      <text font-size=${1.9 * a}>${e}</text>
    </g>`;
	}
};
U([N({ attribute: !1 })], Z.prototype, "surface", void 0), U([N({ attribute: !1 })], Z.prototype, "walks", void 0), U([N({ type: Boolean })], Z.prototype, "cameras", void 0), U([N({ attribute: !1 })], Z.prototype, "present", void 0), U([P()], Z.prototype, "scale", void 0), U([F("frr-dots")], Z.prototype, "dots", void 0);
function vn({ route: e, colour: t }) {
	return {
		label: e.name,
		colour: t,
		picture: null
	};
}
function yn({ name: e, picture: t }) {
	return {
		label: e,
		colour: "var(--accent)",
		picture: t
	};
}
// src/logic/colours.ts
var bn = [
	["blue", "#2196f3"],
	["orange", "#ff9800"],
	["green", "#4caf50"],
	["purple", "#926bc7"],
	["red", "#f44336"],
	["teal", "#009688"],
	["pink", "#e91e63"],
	["brown", "#795548"]
];
function xn(e) {
	let [t, n] = bn[e % bn.length] ?? bn[0];
	return `var(--${t}-color, ${n})`;
}
// src/logic/strip.ts
var Sn = .004;
function Cn(e, t, n) {
	let r = n - t;
	return r <= 0 ? [] : e.legs.filter((e) => e.end_s >= t && e.start_s < n).map((e) => {
		let n = Math.max(0, (e.start_s - t) / r), i = Math.min(1, (e.end_s - t) / r), a = Math.max(Sn, i - n);
		return {
			leg: e,
			start: Math.min(n, 1 - a),
			width: a
		};
	});
}
function wn(e, t, n) {
	let r = e.flatMap((e) => e.legs);
	if (r.length === 0) return [t, n];
	let i = Math.max(t, Math.min(...r.map((e) => e.start_s))), a = Math.min(n, Math.max(...r.map((e) => e.end_s))), o = Math.max(5, .04 * (a - i));
	return [i - o, a + o];
}
function Tn(e, t, n) {
	let r = e.flatMap((e) => e.legs).sort((e, t) => e.start_s - t.start_s);
	return n > 0 ? r.find((e) => e.start_s > t) ?? null : r.findLast((e) => e.start_s < t) ?? null;
}
// src/components/route-view.ts
var Q = class extends M {
	constructor(...e) {
		super(...e), this.routes = [], this.plan = null, this.pictures = {}, this.floor = "auto", this.zone = void 0, this.time_s = null;
	}
	static {
		this.styles = [
			I,
			Re,
			o`
      :host {
        display: flex;
        flex-direction: column;
        flex: 1;
        gap: 10px;
        min-block-size: 0;
      }
      frr-plan {
        flex: 1 1 auto;
        min-block-size: 160px;
      }
      frr-legs {
        flex: 0 1 auto;
        overflow-y: auto;
        min-block-size: 0;
      }
      frr-legs.silent {
        position: absolute;
      }
    `
		];
	}
	render() {
		let { config: e, routes: t } = this;
		if (t.every((e) => e.legs.length === 0)) return T`<p class="empty">${z("state.no_legs", { hours: e.hours })}</p>`;
		let [n, r] = wn(t, En(t), Dn(t)), i = this.surface(this.time_s ?? r), a = this.walks(i ?? dt), o = e.mode === "strip";
		return T`
      ${o ? O : i ? this.drawn(i, a) : this.undrawn()}
      ${o || e.show.scrubber ? T`<frr-scrubber
            .walks=${a}
            .from_s=${n}
            .to_s=${r}
            .zone=${this.zone}
            ?named=${o}
            @scrubbed=${this.scrubbed}
          ></frr-scrubber>` : O}
      <frr-legs
        class=${e.show.legs === 0 ? "silent" : ""}
        .walks=${a}
        .zone=${this.zone}
        .most=${e.show.legs}
      ></frr-legs>
    `;
	}
	drawn(e, t) {
		let n = new Set(t.flatMap((e) => e.layout.unplaced));
		return T`
      <frr-plan
        .surface=${e}
        .walks=${t}
        ?cameras=${this.config.show.cameras}
      ></frr-plan>
      ${e.floor ? O : T`<p class="notice">${z("state.no_plan")}</p>`}
      ${n.size > 0 ? T`<p class="dim">${z("state.unplaced", { numbers: [...n].join(", ") })}</p>` : O}
    `;
	}
	undrawn() {
		return this.plan === null ? T`<div class="skeleton"></div>` : T`<p class="notice">${z("state.no_place")}</p>`;
	}
	surface(e) {
		if (this.plan === null || this.config.mode === "strip") return null;
		let t = (this.floor === "auto" ? null : ft(this.plan.floors, this.floor)) ?? pt(this.plan, this.routes, e), n = mt(this.plan, t, this.pictures);
		return n.places.size > 0 ? n : null;
	}
	walks(e) {
		let t = this.config.show.unsure !== "hidden";
		return this.routes.map((n, r) => dn(n, e, xn(r), { unsure: t }));
	}
	scrubbed(e) {
		let { time_s: t } = e.detail;
		if (this.drawing?.showTime(t), this.plan === null || H(this.plan).length < 2) return;
		let { routes: n } = this, r = pt(this.plan, n, this.time_s ?? Infinity);
		pt(this.plan, n, t) !== r && (this.time_s = t);
	}
};
U([N({ attribute: !1 })], Q.prototype, "config", void 0), U([N({ attribute: !1 })], Q.prototype, "routes", void 0), U([N({ attribute: !1 })], Q.prototype, "plan", void 0), U([N({ attribute: !1 })], Q.prototype, "pictures", void 0), U([N()], Q.prototype, "floor", void 0), U([N({ attribute: !1 })], Q.prototype, "zone", void 0), U([P()], Q.prototype, "time_s", void 0), U([F("frr-plan")], Q.prototype, "drawing", void 0);
function En(e) {
	return Math.min(...e.map((e) => e.from_s));
}
function Dn(e) {
	return Math.max(...e.map((e) => e.to_s));
}
// ../shared/src/time/ticks.ts
var On = [
	1,
	2,
	5,
	10,
	15,
	30,
	60,
	120,
	300,
	600,
	900,
	1800,
	3600,
	7200,
	10800,
	21600,
	43200,
	86400
];
function kn(e, t) {
	let n = e / Math.max(1, t);
	return On.find((e) => e >= n) ?? Math.ceil(n / 86400) * 86400;
}
function An(e, t, n, r) {
	let i = kn(t - e, n), a = [], o = Rt(e, r), s = Math.ceil((e + o) / i) * i - o;
	for (; s <= t && a.length <= n; s += i) {
		let e = o - Rt(s, r);
		a.push(i >= 3600 ? s + e : s);
	}
	return a.filter((n) => n >= e && n <= t);
}
// src/logic/playback.ts
var jn = 2e4, Mn = class {
	constructor(e, t, n) {
		this.onTime = e, this.onEnd = t, this.frames = n, this.frame = 0, this.previous_ms = 0;
	}
	get playing() {
		return this.frame !== 0;
	}
	play(e, t, n) {
		this.stop();
		let r = e, i = (e) => {
			let a = this.previous_ms === 0 ? 0 : e - this.previous_ms;
			this.previous_ms = e, r = Math.min(t, r + a / jn * n), this.onTime(r), r < t ? this.frame = this.frames.requestAnimationFrame(i) : (this.stop(), this.onEnd());
		};
		this.frame = this.frames.requestAnimationFrame(i);
	}
	stop() {
		this.frame !== 0 && this.frames.cancelAnimationFrame(this.frame), this.frame = 0, this.previous_ms = 0;
	}
}, Nn = "M8,5.14V19.14L19,12.14L8,5.14Z", Pn = "M14,19H18V5H14M6,19H10V5H6V19Z", Fn = 6, $ = class extends M {
	constructor(...e) {
		super(...e), this.walks = [], this.from_s = 0, this.to_s = 0, this.zone = void 0, this.named = !1, this.playing = !1, this.playback = new Mn((e) => {
			this.move(e);
		}, () => {
			this.playing = !1;
		}, window);
	}
	static {
		this.styles = [I, o`
      :host {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        gap: 4px 8px;
      }
      .rows {
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: center;
        gap: 3px 8px;
        position: relative;
      }
      .name {
        max-inline-size: 9ch;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-size: 12px;
        color: var(--dim);
      }
      .bars {
        grid-column: 2;
        position: relative;
        block-size: 10px;
        border-radius: 5px;
        background: var(--sunken);
        overflow: hidden;
      }
      .tall .bars {
        block-size: 22px;
      }
      .bar {
        position: absolute;
        inset-block: 0;
        padding: 0;
        border-radius: 2px;
        background: var(--colour);
        min-inline-size: 3px;
      }
      .bar.unsure {
        background: repeating-linear-gradient(
          90deg,
          var(--colour) 0 4px,
          transparent 4px 7px
        );
      }
      .track {
        grid-column: 2;
      }
      input {
        inline-size: 100%;
        margin: 0;
        accent-color: var(--accent);
        block-size: 24px;
      }
      output {
        font-variant-numeric: tabular-nums;
        font-size: 13px;
        min-inline-size: 7ch;
        text-align: end;
      }
      .ticks {
        grid-column: 2;
        position: relative;
        block-size: 14px;
        font-size: 11px;
        color: var(--dim);
      }
      .ticks span {
        position: absolute;
        transform: translateX(-50%);
      }
      .play {
        inline-size: 40px;
        block-size: 40px;
        padding: 8px;
        border-radius: 50%;
      }
      .play svg {
        fill: currentcolor;
        inline-size: 24px;
        block-size: 24px;
      }
    `];
	}
	disconnectedCallback() {
		super.disconnectedCallback(), this.halt();
	}
	move(e) {
		this.input.value = String(e), this.tell(e);
	}
	render() {
		return T`
      <button
        class="play"
        @click=${this.toggle}
        aria-label=${z(this.playing ? "controls.pause" : "controls.play")}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d=${this.playing ? Pn : Nn}></path>
        </svg>
      </button>
      <div class="rows ${this.named ? "tall" : ""}">
        ${this.walks.map((e) => this.row(e))}
        <input
          class="track"
          type="range"
          min=${this.from_s}
          max=${this.to_s}
          step="any"
          .value=${String(this.to_s)}
          aria-label=${z("controls.scrubber")}
          @input=${this.scrubbed}
          @keydown=${this.key}
        />
        <div class="ticks" aria-hidden="true">${this.ticks()}</div>
      </div>
      <output>${K(this.to_s, this.zone)}</output>
    `;
	}
	row(e) {
		return T`
      ${this.named ? T`<span class="name">${e.route.name}</span>` : O}
      <div class="bars" style="--colour: ${e.colour}">
        ${Cn(e.route, this.from_s, this.to_s).map(({ leg: t, start: n, width: r }) => T`<button
            class="bar ${t.certainty}"
            tabindex="-1"
            style="inset-inline-start: ${100 * n}%; inline-size: ${100 * r}%"
            title="${t.camera} ${K(t.start_s, this.zone)}"
            @click=${(n) => {
			this.move(t.start_s), J(this, {
				leg: t,
				person: e.route
			}, "tap", n);
		}}
          ></button>`)}
      </div>
    `;
	}
	ticks() {
		let e = this.to_s - this.from_s;
		return An(this.from_s, this.to_s, Fn, this.zone).map((t) => {
			let n = 100 * (t - this.from_s) / e;
			return n < 4 || n > 96 ? O : T`<span style="inset-inline-start: ${n}%"
        >${K(t, this.zone)}</span
      >`;
		});
	}
	scrubbed() {
		this.halt(), this.tell(Number(this.input.value));
	}
	tell(e) {
		this.output.value = K(e, this.zone, !0), st(this, "scrubbed", { time_s: e });
	}
	key(e) {
		let t = {
			PageUp: -1,
			PageDown: 1
		}[e.key];
		if (t === void 0) return;
		e.preventDefault();
		let n = Tn(this.walks.map((e) => e.route), Number(this.input.value), t);
		n !== null && this.move(n.start_s);
	}
	toggle() {
		if (this.playing) {
			this.halt();
			return;
		}
		let e = Number(this.input.value), t = e >= this.to_s ? this.from_s : e;
		if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
			let e = this.walks.map((e) => e.route);
			this.move(Tn(e, t, 1)?.start_s ?? this.to_s);
		} else this.playing = !0, this.playback.play(t, this.to_s, this.to_s - this.from_s);
	}
	halt() {
		this.playback.stop(), this.playing = !1;
	}
};
U([N({ attribute: !1 })], $.prototype, "walks", void 0), U([N({ attribute: !1 })], $.prototype, "from_s", void 0), U([N({ attribute: !1 })], $.prototype, "to_s", void 0), U([N({ attribute: !1 })], $.prototype, "zone", void 0), U([N({ type: Boolean })], $.prototype, "named", void 0), U([P()], $.prototype, "playing", void 0), U([F("input")], $.prototype, "input", void 0), U([F("output")], $.prototype, "output", void 0);
// src/main.ts
var In = {
	"frr-dots": G,
	"frr-plan": Z,
	"frr-scrubber": $,
	"frr-legs": Y,
	"frr-leg-dialog": q,
	"frr-route": Q,
	"frr-live": X,
	[ze]: W
};
customElements.whenDefined("home-assistant").then(() => {
	for (let [e, t] of Object.entries(In)) window.customElements.get(e) || window.customElements.define(e, t);
}), (window.customCards ??= []).push({
	type: ze,
	name: z("name"),
	description: z("description"),
	preview: !0,
	getEntitySuggestion: (e, t) => xt(e, t) ? { config: {
		type: `custom:${ze}`,
		people: [t]
	} } : null
});
