/*
 * src/doc/labels.c - the words that pages say by themselves, by language.
 *
 * A layout's own come first; what it does not give is taken from the table here. # is the number of a page.
 * Where a language has no word here, whoever asks does without it, or takes a sign that every reader knows
 * (layout_has_label). Numbers are set by text/customs.h, in the digits of the language.
 *
 * Those other than German and English wait for a reader who speaks the language: whoever finds a better word, change it
 * here, or in a layout. A word that is missing is one that nobody was sure of.
 */
#include <glib.h>
#include <string.h>
#include "doc/issue.h"
#include "doc/layout.h"

enum { AUTHOR, TRANSLATOR, PHOTOGRAPHER, CONTENTS, AD, ON, FROM, TIME, TIP, BAR, LINE, TIMELINE, TOP, MIDDLE, BOTTOM, LEFT, CENTER, RIGHT, NKEYS };
static const char *const keys[NKEYS] = {
	"author", "translator", "photographer", "contents", "ad", "continued-on", "continued-from", "time", "tip", "bar", "line", "timeline",
	"top", "middle", "bottom", "left", "center", "right",
};

/* In rows: who made it; contents, advertisement; jumps; recipes; charts; places of pictures in a gallery. */
static const struct language { const char *lang, *word[NKEYS]; } languages[] = {
	{ "de", { "Text", "Übersetzung", "Fotos", "Inhalt", "Anzeige", "Fortsetzung auf Seite #", "Fortsetzung von Seite #", "Zeit", "Tipp",
		  "Balkendiagramm", "Liniendiagramm", "Zeitleiste", "oben", "Mitte", "unten", "links", "Mitte", "rechts" } },
	{ "en", { "Text", "Translation", "Pictures", "Contents", "Advertisement", "Continued on page #", "Continued from page #", "Time", "Tip",
		  "Bar chart", "Line chart", "Timeline", "top", "middle", "bottom", "left", "centre", "right" } },
	{ "fr", { "Texte", "Traduction", "Photos", "Sommaire", "Publicité", "Suite page #", "Suite de la page #", "Durée", "Conseil",
		  "Diagramme à barres", "Courbe", "Frise chronologique", "en haut", "au milieu", "en bas", "à gauche", "au centre", "à droite" } },
	{ "es", { "Texto", "Traducción", "Fotos", "Contenido", "Publicidad", "Continúa en la página #", "Viene de la página #", "Tiempo", "Consejo",
		  "Gráfico de barras", "Gráfico de líneas", "Cronología", "arriba", "en el medio", "abajo", "a la izquierda", "en el centro", "a la derecha" } },
	{ "it", { "Testo", "Traduzione", "Foto", "Sommario", "Pubblicità", "Continua a pagina #", "Segue da pagina #", "Tempo", "Consiglio",
		  "Grafico a barre", "Grafico a linee", "Cronologia", "in alto", "a metà", "in basso", "a sinistra", "al centro", "a destra" } },
	{ "pt", { "Texto", "Tradução", "Fotos", "Índice", "Publicidade", "Continua na página #", "Continuação da página #", "Tempo", "Dica",
		  "Gráfico de barras", "Gráfico de linhas", "Cronologia", "em cima", "no meio", "em baixo", "à esquerda", "ao centro", "à direita" } },
	{ "nl", { "Tekst", "Vertaling", "Foto's", "Inhoud", "Advertentie", "Vervolg op pagina #", "Vervolg van pagina #", "Tijd", "Tip",
		  "Staafdiagram", "Lijndiagram", "Tijdlijn", "boven", "midden", "onder", "links", "midden", "rechts" } },
	{ "ro", { "Text", "Traducere", "Fotografii", "Cuprins", "Publicitate", "Continuare în pagina #", "Urmare din pagina #", "Timp", "Sfat",
		  "Grafic cu bare", "Grafic liniar", "Cronologie", "sus", "la mijloc", "jos", "în stânga", "în centru", "în dreapta" } },
	{ "pl", { "Tekst", "Tłumaczenie", "Zdjęcia", "Spis treści", "Reklama", "Ciąg dalszy na stronie #", "Ciąg dalszy ze strony #", "Czas", "Wskazówka",
		  "Wykres słupkowy", "Wykres liniowy", "Oś czasu", "u góry", "w środku", "na dole", "po lewej", "pośrodku", "po prawej" } },
	{ "hr", { "Tekst", "Prijevod", "Fotografije", "Sadržaj", "Oglas", "Nastavak na stranici #", "Nastavak sa stranice #", "Vrijeme", "Savjet",
		  "Stupčasti grafikon", "Linijski grafikon", "Vremenska crta", "gore", "u sredini", "dolje", "lijevo", "u sredini", "desno" } },
	{ "sr", { "Текст", "Превод", "Фотографије", "Садржај", "Оглас", "Наставак на страни #", "Наставак са стране #", "Време", "Савет",
		  "Стубичасти графикон", "Линијски графикон", "Временска линија", "горе", "у средини", "доле", "лево", "у средини", "десно" } },
	{ "sr-Latn", { "Tekst", "Prevod", "Fotografije", "Sadržaj", "Oglas", "Nastavak na strani #", "Nastavak sa strane #", "Vreme", "Savet",
		  "Stubičasti grafikon", "Linijski grafikon", "Vremenska linija", "gore", "u sredini", "dole", "levo", "u sredini", "desno" } },
	{ "bg", { "Текст", "Превод", "Снимки", "Съдържание", "Реклама", "Продължава на страница #", "Продължение от страница #", "Време", "Съвет",
		  "Стълбовидна диаграма", "Линейна диаграма", "Хронология", "горе", "в средата", "долу", "вляво", "в центъра", "вдясно" } },
	{ "ru", { "Текст", "Перевод", "Фотографии", "Содержание", "Реклама", "Продолжение на странице #", "Продолжение со страницы #", "Время", "Совет",
		  "Столбчатая диаграмма", "Линейный график", "Хронология", "вверху", "в середине", "внизу", "слева", "в центре", "справа" } },
	{ "uk", { "Текст", "Переклад", "Світлини", "Зміст", "Реклама", "Продовження на сторінці #", "Продовження зі сторінки #", "Час", "Порада",
		  "Стовпчикова діаграма", "Лінійний графік", "Хронологія", "вгорі", "посередині", "внизу", "ліворуч", "у центрі", "праворуч" } },
	{ "el", { "Κείμενο", "Μετάφραση", "Φωτογραφίες", "Περιεχόμενα", "Διαφήμιση", "Συνέχεια στη σελίδα #", "Συνέχεια από τη σελίδα #", "Χρόνος", "Συμβουλή",
		  "Ραβδόγραμμα", "Γράφημα γραμμών", "Χρονολόγιο", "πάνω", "στη μέση", "κάτω", "αριστερά", "στο κέντρο", "δεξιά" } },
	{ "sq", { "Teksti", "Përkthimi", "Fotografitë", "Përmbajtja", "Reklamë", "Vijon në faqen #", "Vijon nga faqja #", "Koha", "Këshillë",
		  "Grafik me shtylla", "Grafik me vija", "Kronologji", "lart", "në mes", "poshtë", "majtas", "në qendër", "djathtas" } },
	{ "tr", { "Metin", "Çeviri", "Fotoğraflar", "İçindekiler", "Reklam", "Devamı #. sayfada", "#. sayfadan devam", "Süre", "İpucu",
		  "Çubuk grafik", "Çizgi grafik", "Zaman çizelgesi", "üstte", "ortada", "altta", "solda", "ortada", "sağda" } },
	{ "kmr", { "Nivîs", "Werger", "Wêne", "Naverok", "Reklam", "Dom di rûpela # de", "Dom ji rûpela #", "Dem", "Şîret",
		  NULL, NULL, NULL, "li jor", "di navê de", "li jêr", "li çepê", "di navê de", "li rastê" } },
	{ "ckb", { "نووسین", "وەرگێڕان", "وێنە", "ناوەڕۆک", "ڕیکلام", "درێژەی لە لاپەڕەی #", "درێژەی لاپەڕەی #", "کات", "ئامۆژگاری",
		  NULL, NULL, NULL, "سەرەوە", "ناوەڕاست", "خوارەوە", "چەپ", "ناوەڕاست", "ڕاست" } },
	{ "ar", { "نص", "ترجمة", "صور", "المحتويات", "إعلان", "التتمة في الصفحة #", "تتمة الصفحة #", "الوقت", "نصيحة",
		  "رسم بياني بالأعمدة", "رسم بياني خطي", "خط زمني", "أعلى", "وسط", "أسفل", "اليسار", "الوسط", "اليمين" } },
	{ "fa", { "متن", "ترجمه", "عکس", "فهرست", "آگهی", "ادامه در صفحهٔ #", "ادامه از صفحهٔ #", "زمان", "نکته",
		  "نمودار میله‌ای", "نمودار خطی", "خط زمان", "بالا", "وسط", "پایین", "چپ", "وسط", "راست" } },
	{ "prs", { "متن", "ترجمه", "عکس", "فهرست", "اعلان", "ادامه در صفحهٔ #", "ادامه از صفحهٔ #", "زمان", "نکته",
		  "نمودار میله‌ای", "نمودار خطی", "خط زمان", "بالا", "وسط", "پایین", "چپ", "وسط", "راست" } },
	{ "ps", { "متن", "ژباړه", "انځورونه", "فهرست", "اعلان", "پاتې برخه په # مخ کې", "د # مخ پاتې برخه", "وخت", NULL,
		  NULL, NULL, NULL, "پورته", "منځ", "ښکته", "کيڼ", "منځ", "ښي" } },
	{ "ur", { "تحریر", "ترجمہ", "تصاویر", "فہرست", "اشتہار", "بقیہ صفحہ # پر", "بقیہ از صفحہ #", "وقت", "مشورہ",
		  "بار چارٹ", "لائن چارٹ", "ٹائم لائن", "اوپر", "درمیان", "نیچے", "بائیں", "درمیان", "دائیں" } },
	{ "he", { "טקסט", "תרגום", "צילום", "תוכן העניינים", "מודעה", "המשך בעמוד #", "המשך מעמוד #", "זמן", "טיפ",
		  "תרשים עמודות", "תרשים קווים", "ציר זמן", "למעלה", "באמצע", "למטה", "משמאל", "במרכז", "מימין" } },
	{ "ti", { "ጽሑፍ", "ትርጉም", "ስእልታት", "ትሕዝቶ", NULL, "ናብ ገጽ # ይቕጽል", "ካብ ገጽ # ዝቐጸለ", "ግዜ", "ምኽሪ",
		  NULL, NULL, NULL, "ላዕሊ", "ማእከል", "ታሕቲ", "ጸጋም", "ማእከል", "የማን" } },
	{ "am", { "ጽሑፍ", "ትርጉም", "ፎቶ", "ማውጫ", "ማስታወቂያ", "ወደ ገጽ # ይቀጥላል", "ከገጽ # የቀጠለ", "ጊዜ", "ምክር",
		  "የአሞሌ ገበታ", "የመስመር ገበታ", "የጊዜ መስመር", "ላይ", "መሃል", "ታች", "ግራ", "መሃል", "ቀኝ" } },
	{ "so", { "Qoraal", "Tarjumaad", "Sawirro", "Tusmada", "Xayeysiis", "Ka sii akhri bogga #", NULL, "Waqti", "Talo",
		  NULL, NULL, NULL, "kor", "dhexda", "hoos", "bidix", "dhexda", "midig" } },
	{ "ka", { "ტექსტი", "თარგმანი", "ფოტოები", "სარჩევი", "რეკლამა", "გაგრძელება # გვერდზე", "გაგრძელება # გვერდიდან", "დრო", "რჩევა",
		  "სვეტოვანი დიაგრამა", "ხაზოვანი დიაგრამა", "ქრონოლოგია", "ზემოთ", "შუაში", "ქვემოთ", "მარცხნივ", "ცენტრში", "მარჯვნივ" } },
	{ "hy", { "Տեքստ", "Թարգմանություն", "Լուսանկարներ", "Բովանդակություն", "Գովազդ", "Շարունակությունը՝ էջ #", "Սկիզբը՝ էջ #", "Ժամանակ", "Խորհուրդ",
		  "Սյունակային գծապատկեր", "Գծային գծապատկեր", "Ժամանակագրություն", "վերևում", "մեջտեղում", "ներքևում", "ձախից", "կենտրոնում", "աջից" } },
	{ "hi", { "लेख", "अनुवाद", "तस्वीरें", "विषय-सूची", "विज्ञापन", "शेष पृष्ठ # पर", "पृष्ठ # का शेष", "समय", "सुझाव",
		  "बार चार्ट", "लाइन चार्ट", "समयरेखा", "ऊपर", "बीच में", "नीचे", "बाएँ", "बीच में", "दाएँ" } },
	{ "ne", { "लेख", "अनुवाद", "तस्बिर", "विषयसूची", "विज्ञापन", "बाँकी पृष्ठ # मा", "पृष्ठ # को बाँकी", "समय", "सुझाव",
		  "बार चार्ट", "लाइन चार्ट", "समयरेखा", "माथि", "बीचमा", "तल", "बायाँ", "बीचमा", "दायाँ" } },
	{ "bn", { "লেখা", "অনুবাদ", "ছবি", "সূচিপত্র", "বিজ্ঞাপন", "এরপর পৃষ্ঠা #", "# পৃষ্ঠার পর", "সময়", "পরামর্শ",
		  "বার চার্ট", "লাইন চার্ট", "সময়রেখা", "উপরে", "মাঝে", "নিচে", "বামে", "মাঝে", "ডানে" } },
	{ "pa", { "ਲੇਖ", "ਅਨੁਵਾਦ", "ਤਸਵੀਰਾਂ", "ਤਤਕਰਾ", "ਇਸ਼ਤਿਹਾਰ", "ਬਾਕੀ ਸਫ਼ਾ # 'ਤੇ", "ਸਫ਼ਾ # ਦੀ ਬਾਕੀ", "ਸਮਾਂ", "ਸੁਝਾਅ",
		  "ਬਾਰ ਚਾਰਟ", "ਲਾਈਨ ਚਾਰਟ", NULL, "ਉੱਪਰ", "ਵਿਚਕਾਰ", "ਹੇਠਾਂ", "ਖੱਬੇ", "ਵਿਚਕਾਰ", "ਸੱਜੇ" } },
	{ "ta", { "உரை", "மொழிபெயர்ப்பு", "படங்கள்", "பொருளடக்கம்", "விளம்பரம்", "தொடர்ச்சி #ஆம் பக்கம்", "#ஆம் பக்கத் தொடர்ச்சி", "நேரம்", "குறிப்பு",
		  "பட்டை விளக்கப்படம்", "கோட்டு விளக்கப்படம்", "காலவரிசை", "மேலே", "நடுவில்", "கீழே", "இடது", "நடுவில்", "வலது" } },
	{ "si", { "පෙළ", "පරිවර්තනය", "ඡායාරූප", "පටුන", "දැන්වීම", NULL, NULL, "කාලය", "උපදෙස",
		  NULL, NULL, NULL, "ඉහළ", "මැද", "පහළ", "වම", "මැද", "දකුණ" } },
	{ "th", { "เรื่อง", "แปล", "ภาพ", "สารบัญ", "โฆษณา", "อ่านต่อหน้า #", "ต่อจากหน้า #", "เวลา", "เคล็ดลับ",
		  "แผนภูมิแท่ง", "แผนภูมิเส้น", "เส้นเวลา", "บน", "กลาง", "ล่าง", "ซ้าย", "กลาง", "ขวา" } },
	{ "lo", { "ເລື່ອງ", "ແປ", "ຮູບ", "ສາລະບານ", "ໂຄສະນາ", "ອ່ານຕໍ່ໜ້າ #", "ຕໍ່ຈາກໜ້າ #", "ເວລາ", "ຄຳແນະນຳ",
		  NULL, NULL, NULL, "ເທິງ", "ກາງ", "ລຸ່ມ", "ຊ້າຍ", "ກາງ", "ຂວາ" } },
	{ "km", { "អត្ថបទ", "បកប្រែ", "រូបថត", "មាតិកា", "ផ្សាយពាណិជ្ជកម្ម", "តទៅទំព័រ #", "តពីទំព័រ #", "ពេលវេលា", "គន្លឹះ",
		  NULL, NULL, NULL, "លើ", "កណ្ដាល", "ក្រោម", "ឆ្វេង", "កណ្ដាល", "ស្ដាំ" } },
	{ "my", { "ဆောင်းပါး", "ဘာသာပြန်", "ဓာတ်ပုံ", "မာတိကာ", "ကြော်ငြာ", "စာမျက်နှာ # သို့", "စာမျက်နှာ # မှ", "အချိန်", "အကြံပြုချက်",
		  NULL, NULL, NULL, "အပေါ်", "အလယ်", "အောက်", "ဘယ်", "အလယ်", "ညာ" } },
	{ "vi", { "Bài", "Dịch", "Ảnh", "Mục lục", "Quảng cáo", "Xem tiếp trang #", "Tiếp theo trang #", "Thời gian", "Mẹo",
		  "Biểu đồ cột", "Biểu đồ đường", "Dòng thời gian", "trên", "giữa", "dưới", "bên trái", "ở giữa", "bên phải" } },
	{ "zh", { "文", "翻译", "摄影", "目录", "广告", "下转第#页", "上接第#页", "时间", "小贴士",
		  "条形图", "折线图", "时间线", "上", "中", "下", "左", "中", "右" } },
	{ "zh-Hant", { "文", "翻譯", "攝影", "目錄", "廣告", "下轉第#頁", "上接第#頁", "時間", "小提示",
		  "長條圖", "折線圖", "時間軸", "上", "中", "下", "左", "中", "右" } },
	{ "ja", { "文", "訳", "写真", "目次", "広告", "#ページへ続く", "#ページから続く", "時間", "コツ",
		  "棒グラフ", "折れ線グラフ", "年表", "上", "中", "下", "左", "中央", "右" } },
	{ "ko", { "글", "번역", "사진", "차례", "광고", "#쪽에 계속", "#쪽에서 계속", "시간", "도움말",
		  "막대그래프", "꺾은선그래프", "연표", "위", "가운데", "아래", "왼쪽", "가운데", "오른쪽" } },
};

/* Whether `lang` is the first n bytes of `tag`. */
static bool is_language(const char *lang, const char *tag, size_t n)
{
	return strlen(lang) == n && g_ascii_strncasecmp(lang, tag, n) == 0;
}

static const char *of_layout(const struct layout *l, const char *key, const char *lang, size_t n)
{
	for (size_t i = 0; i < l->nlabels; i++)
		if (strcmp(l->labels[i].key, key) == 0 && is_language(l->labels[i].lang, lang, n))
			return l->labels[i].text;
	return NULL;
}

static const char *built_in(const char *key, const char *lang, size_t n)
{
	size_t k = 0;

	while (k < NKEYS && strcmp(keys[k], key) != 0)
		k++;
	for (size_t i = 0; i < G_N_ELEMENTS(languages) && k < NKEYS; i++)
		if (is_language(languages[i].lang, lang, n))
			return languages[i].word[k];
	return NULL;
}

/* In the language, else in its base language; the layout's before ours. */
static const char *in_language(const struct layout *l, const char *key, const char *lang)
{
	const char *text = NULL;
	char written[32];

	/* zh-TW is written as zh-Hant, whether it says so or not. */
	g_snprintf(written, sizeof written, "%.*s-%s", (int)strcspn(lang, "-"), lang, lang_script(lang));
	for (size_t i = 0; i < 3 && !text; i++) {
		const char *tag = i == 1 ? written : lang;
		size_t n = i == 2 ? strcspn(lang, "-") : strlen(tag);

		text = of_layout(l, key, tag, n);
		if (!text)
			text = built_in(key, tag, n);
	}
	return text;
}

bool layout_has_label(const struct layout *l, const char *key, const char *lang)
{
	return in_language(l, key, lang) != NULL;
}

const char *layout_label(const struct layout *l, const char *key, const char *lang)
{
	const char *text = in_language(l, key, lang);

	if (!text)
		text = in_language(l, key, "en");
	return text ? text : key;
}
