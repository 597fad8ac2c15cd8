/// Persons of the history of 1917 to 1953 and the ways in which books write them: Russian, English, the Library of Congress with and without its marks,
/// BGN/PCGN, ISO 9, scientific, German and French by rule and by use, and other spellings that occur. Pseudonyms and birth names are left out: no system
/// leads from them to the name, an authority file must.
let writtenPersons: [(id: String, forms: [String])] = [
    (
        "lenin",
        [
            "Vladimir Lenin", "V. I. Lenin", "Ленин Владимир Ильич", "В. И. Ленин", "Lenin, Vladimir Ilʹich", "Lenin, Vladimir Il'ich",
            "Lenin, Vladimir Ilʹič", "Lenin, Wladimir Ilitsch", "Lenin", "Lenine, Vladimir Ilitch", "Lénine", "Lenine"
        ]
    ),
    (
        "trotsky",
        [
            "Leon Trotsky", "L. D. Trotsky", "Троцкий Лев Давидович", "Л. Д. Троцкий", "Trot͡skiĭ, Lev Davidovich", "Trotskii, Lev Davidovich",
            "Trotskiy, Lev Davidovich", "Trockij, Lev Davidovič", "Trozki, Lew Dawidowitsch", "Trotzki", "Trotski, Lev Davidovitch", "Trotski",
            "Trotskii", "Trotskij", "Trotzky", "Trotzkij", "Trozki", "Trockij", "Trotskiy", "Trotsky", "Lev Trotsky", "Léon Trotsky", "Leo Trotzki"
        ]
    ),
    (
        "stalin",
        [
            "Joseph Stalin", "I. V. Stalin", "Сталин Иосиф Виссарионович", "И. В. Сталин", "Stalin, Iosif Vissarionovich",
            "Stalin, Iosif Vissarionovič", "Stalin, Iossif Wissarionowitsch", "Stalin", "Staline, Iossif Vissarionovitch", "Staline", "Josef Stalin",
            "Iosif Stalin"
        ]
    ),
    (
        "zinoviev",
        [
            "Grigory Zinoviev", "G. Y. Zinoviev", "Зиновьев Григорий Евсеевич", "Г. Е. Зиновьев", "Zinovʹev, Grigoriĭ Evseevich",
            "Zinov'ev, Grigorii Evseevich", "Zinovʹyev, Grigoriy Yevseyevich", "Zinovʹev, Grigorij Evseevič", "Sinowjew, Grigori Jewsejewitsch",
            "Sinowjew", "Zinoviev, Grigori Ievseïevitch", "Zinoviev", "Zinov'ev", "Zinovyev", "Zinovieff", "Zinovief", "Sinowiew", "Sinovjev",
            "Gregory Zinoviev"
        ]
    ),
    (
        "kamenev",
        [
            "Lev Kamenev", "L. B. Kamenev", "Каменев Лев Борисович", "Л. Б. Каменев", "Kamenev, Lev Borisovich", "Kamenev, Lev Borisovič",
            "Kamenew, Lew Borissowitsch", "Kamenew", "Kamenev, Lev Borissovitch", "Kamenev", "Kameneff", "Leo Kamenev", "Leon Kamenev"
        ]
    ),
    (
        "bukharin",
        [
            "Nikolai Bukharin", "N. I. Bukharin", "Бухарин Николай Иванович", "Н. И. Бухарин", "Bukharin, Nikolaĭ Ivanovich",
            "Bukharin, Nikolai Ivanovich", "Bukharin, Nikolay Ivanovich", "Buharin, Nikolaj Ivanovič", "Bucharin, Nikolaj Ivanovič",
            "Bucharin, Nikolai Iwanowitsch", "Bucharin", "Boukharine, Nikolaï Ivanovitch", "Boukharine", "Buharin", "Bukharine", "Boukharin",
            "Nicholas Bukharin"
        ]
    ),
    (
        "rykov",
        [
            "Alexei Rykov", "A. I. Rykov", "Рыков Алексей Иванович", "А. И. Рыков", "Rykov, Alekseĭ Ivanovich", "Rykov, Aleksei Ivanovich",
            "Rykov, Aleksey Ivanovich", "Rykov, Aleksej Ivanovič", "Rykow, Alexei Iwanowitsch", "Rykow", "Rykov, Alexeï Ivanovitch", "Rykov",
            "Rikov", "Rykoff", "Aleksei Rykov"
        ]
    ),
    (
        "tomsky",
        [
            "Mikhail Tomsky", "M. P. Tomsky", "Томский Михаил Павлович", "М. П. Томский", "Tomskiĭ, Mikhail Pavlovich", "Tomskii, Mikhail Pavlovich",
            "Tomskiy, Mikhail Pavlovich", "Tomskij, Mihail Pavlovič", "Tomskij, Michail Pavlovič", "Tomski, Michail Pawlowitsch", "Tomski",
            "Tomski, Mikhaïl Pavlovitch", "Tomskii", "Tomskij", "Tomskiy"
        ]
    ),
    (
        "sverdlov",
        [
            "Yakov Sverdlov", "Y. M. Sverdlov", "Свердлов Яков Михайлович", "Я. М. Свердлов", "Sverdlov, I͡akov Mikhaĭlovich",
            "Sverdlov, Iakov Mikhailovich", "Sverdlov, Yakov Mikhaylovich", "Sverdlov, Âkov Mihajlovič", "Sverdlov, Jakov Michajlovič",
            "Swerdlow, Jakow Michailowitsch", "Swerdlow", "Sverdlov, Iakov Mikhaïlovitch", "Sverdlov", "Jacob Sverdlov", "Iakov Sverdlov",
            "Jakow Swerdlow", "Sverdloff"
        ]
    ),
    (
        "dzerzhinsky",
        [
            "Felix Dzerzhinsky", "F. E. Dzerzhinsky", "Дзержинский Феликс Эдмундович", "Ф. Э. Дзержинский", "Dzerzhinskiĭ, Feliks Ėdmundovich",
            "Dzerzhinskii, Feliks Edmundovich", "Dzerzhinskiy, Feliks Edmundovich", "Dzeržinskij, Feliks Èdmundovič",
            "Dzeržinskij, Feliks Ėdmundovič", "Dserschinski, Felix Edmundowitsch", "Dserschinski", "Dzerjinski, Felix Edmoundovitch", "Dzerjinski",
            "Dzierżyński", "Dzerzhinskii", "Dzerzhinskij", "Dzerjinsky", "Dsershinskij"
        ]
    ),
    (
        "uritsky",
        [
            "Moisei Uritsky", "M. S. Uritsky", "Урицкий Моисей Соломонович", "М. С. Урицкий", "Urit͡skiĭ, Moiseĭ Solomonovich",
            "Uritskii, Moisei Solomonovich", "Uritskiy, Moisey Solomonovich", "Urickij, Moisej Solomonovič", "Urizki, Moissei Solomonowitsch",
            "Urizki", "Ouritski, Moïsseï Solomonovitch", "Ouritski", "Uritskii", "Uritskij", "Uritzky", "Ouritsky"
        ]
    ),
    (
        "bubnov",
        [
            "Andrei Bubnov", "A. S. Bubnov", "Бубнов Андрей Сергеевич", "А. С. Бубнов", "Bubnov, Andreĭ Sergeevich", "Bubnov, Andrei Sergeevich",
            "Bubnov, Andrey Sergeyevich", "Bubnov, Andrej Sergeevič", "Bubnow, Andrei Sergejewitsch", "Bubnow", "Boubnov, Andreï Sergueïevitch",
            "Boubnov", "Bubnoff"
        ]
    ),
    (
        "sokolnikov",
        [
            "Grigory Sokolnikov", "G. Y. Sokolnikov", "Сокольников Григорий Яковлевич", "Г. Я. Сокольников", "Sokolʹnikov, Grigoriĭ I͡akovlevich",
            "Sokol'nikov, Grigorii Iakovlevich", "Sokolʹnikov, Grigoriy Yakovlevich", "Sokolʹnikov, Grigorij Âkovlevič",
            "Sokolʹnikov, Grigorij Jakovlevič", "Sokolnikow, Grigori Jakowlewitsch", "Sokolnikow", "Sokolnikov, Grigori Iakovlevitch", "Sokolnikov",
            "Sokol'nikov", "Sokolnikoff"
        ]
    ),
    (
        "antonov-ovseenko",
        [
            "Vladimir Antonov-Ovseenko", "V. A. Antonov-Ovseenko", "Антонов-Овсеенко Владимир Александрович", "В. А. Антонов-Овсеенко",
            "Antonov-Ovseenko, Vladimir Aleksandrovich", "Antonov-Ovseyenko, Vladimir Aleksandrovich", "Antonov-Ovseenko, Vladimir Aleksandrovič",
            "Antonow-Owsejenko, Wladimir Alexandrowitsch", "Antonow-Owsejenko", "Antonov-Ovseïenko, Vladimir Alexandrovitch", "Antonov-Ovseïenko",
            "Antonov-Ovseyenko", "Antonoff", "Antonov"
        ]
    ),
    (
        "podvoisky",
        [
            "Nikolai Podvoisky", "N. I. Podvoisky", "Подвойский Николай Ильич", "Н. И. Подвойский", "Podvoĭskiĭ, Nikolaĭ Ilʹich",
            "Podvoiskii, Nikolai Il'ich", "Podvoyskiy, Nikolay Ilʹich", "Podvojskij, Nikolaj Ilʹič", "Podwoiski, Nikolai Ilitsch", "Podwoiski",
            "Podvoïski, Nikolaï Ilitch", "Podvoïski", "Podvoiskii", "Podvojskij", "Podvoyskiy", "Podvoysky"
        ]
    ),
    (
        "lazimir",
        [
            "Pavel Lazimir", "P. Y. Lazimir", "Лазимир Павел Евгеньевич", "П. Е. Лазимир", "Lazimir, Pavel Evgenʹevich",
            "Lazimir, Pavel Evgen'evich", "Lazimir, Pavel Yevgenʹyevich", "Lazimir, Pavel Evgenʹevič", "Lasimir, Pawel Jewgenjewitsch", "Lasimir",
            "Lazimir, Pavel Ievguenievitch", "Lazimir"
        ]
    ),
    (
        "krylenko",
        [
            "Nikolai Krylenko", "N. V. Krylenko", "Крыленко Николай Васильевич", "Н. В. Крыленко", "Krylenko, Nikolaĭ Vasilʹevich",
            "Krylenko, Nikolai Vasil'evich", "Krylenko, Nikolay Vasilʹyevich", "Krylenko, Nikolaj Vasilʹevič", "Krylenko, Nikolai Wassiljewitsch",
            "Krylenko", "Krylenko, Nikolaï Vassilievitch", "Krilenko"
        ]
    ),
    (
        "dybenko",
        [
            "Pavel Dybenko", "P. Y. Dybenko", "Дыбенко Павел Ефимович", "П. Е. Дыбенко", "Dybenko, Pavel Efimovich", "Dybenko, Pavel Yefimovich",
            "Dybenko, Pavel Efimovič", "Dybenko, Pawel Jefimowitsch", "Dybenko", "Dybenko, Pavel Iefimovitch", "Dibenko"
        ]
    ),
    (
        "chudnovsky",
        [
            "Grigory Chudnovsky", "G. I. Chudnovsky", "Чудновский Григорий Исаакович", "Г. И. Чудновский", "Chudnovskiĭ, Grigoriĭ Isaakovich",
            "Chudnovskii, Grigorii Isaakovich", "Chudnovskiy, Grigoriy Isaakovich", "Čudnovskij, Grigorij Isaakovič",
            "Tschudnowski, Grigori Issaakowitsch", "Tschudnowski", "Tchoudnovski, Grigori Issaakovitch", "Tchoudnovski", "Chudnovskii",
            "Tschudnowskij"
        ]
    ),
    (
        "lunacharsky",
        [
            "Anatoly Lunacharsky", "A. V. Lunacharsky", "Луначарский Анатолий Васильевич", "А. В. Луначарский", "Lunacharskiĭ, Anatoliĭ Vasilʹevich",
            "Lunacharskii, Anatolii Vasil'evich", "Lunacharskiy, Anatoliy Vasilʹyevich", "Lunačarskij, Anatolij Vasilʹevič",
            "Lunatscharski, Anatoli Wassiljewitsch", "Lunatscharski", "Lounatcharski, Anatoli Vassilievitch", "Lounatcharski", "Lunacharskii",
            "Lunačarskij", "Lunacharskij"
        ]
    ),
    (
        "kollontai",
        [
            "Alexandra Kollontai", "A. M. Kollontai", "Коллонтай Александра Михайловна", "А. М. Коллонтай", "Kollontaĭ, Aleksandra Mikhaĭlovna",
            "Kollontai, Aleksandra Mikhailovna", "Kollontay, Aleksandra Mikhaylovna", "Kollontaj, Aleksandra Mihajlovna",
            "Kollontaj, Aleksandra Michajlovna", "Kollontai, Alexandra Michailowna", "Kollontai", "Kollontaï, Alexandra Mikhaïlovna", "Kollontaï",
            "Kollontay", "Kollontaj"
        ]
    ),
    (
        "shlyapnikov",
        [
            "Alexander Shlyapnikov", "A. G. Shlyapnikov", "Шляпников Александр Гаврилович", "А. Г. Шляпников", "Shli͡apnikov, Aleksandr Gavrilovich",
            "Shliapnikov, Aleksandr Gavrilovich", "Shlyapnikov, Aleksandr Gavrilovich", "Šlâpnikov, Aleksandr Gavrilovič",
            "Šljapnikov, Aleksandr Gavrilovič", "Schljapnikow, Alexandr Gawrilowitsch", "Schljapnikow", "Chliapnikov, Alexandr Gavrilovitch",
            "Chliapnikov", "Shliapnikov", "Shlyapnikoff"
        ]
    ),
    (
        "raskolnikov",
        [
            "Fyodor Raskolnikov", "F. F. Raskolnikov", "Раскольников Фёдор Фёдорович", "Ф. Ф. Раскольников", "Raskolʹnikov, Fëdor Fëdorovich",
            "Raskol'nikov, Fedor Fedorovich", "Raskolʹnikov, Fëdor Fëdorovič", "Raskolnikow, Fjodor Fjodorowitsch", "Raskolnikow",
            "Raskolnikov, Fiodor Fiodorovitch", "Raskolnikov", "Raskol'nikov", "Fedor Raskolnikov"
        ]
    ),
    (
        "radek",
        [
            "Karl Radek", "K. B. Radek", "Радек Карл Бернгардович", "К. Б. Радек", "Radek, Karl Berngardovich", "Radek, Karl Berngardovič",
            "Radek, Karl Berngardowitsch", "Radek", "Radek, Karl Berngardovitch"
        ]
    ),
    (
        "pyatakov",
        [
            "Georgy Pyatakov", "G. L. Pyatakov", "Пятаков Георгий Леонидович", "Г. Л. Пятаков", "Pi͡atakov, Georgiĭ Leonidovich",
            "Piatakov, Georgii Leonidovich", "Pyatakov, Georgiy Leonidovich", "Pâtakov, Georgij Leonidovič", "Pjatakov, Georgij Leonidovič",
            "Pjatakow, Georgi Leonidowitsch", "Pjatakow", "Piatakov, Gueorgui Leonidovitch", "Piatakov", "Piatakoff"
        ]
    ),
    (
        "preobrazhensky",
        [
            "Yevgeni Preobrazhensky", "Y. A. Preobrazhensky", "Преображенский Евгений Алексеевич", "Е. А. Преображенский",
            "Preobrazhenskiĭ, Evgeniĭ Alekseevich", "Preobrazhenskii, Evgenii Alekseevich", "Preobrazhenskiy, Yevgeniy Alekseyevich",
            "Preobraženskij, Evgenij Alekseevič", "Preobraschenski, Jewgeni Alexejewitsch", "Preobraschenski",
            "Preobrajenski, Ievgueni Alexeïevitch", "Preobrajenski", "Evgeny Preobrazhensky", "Preobrazhenskii", "Preobrazhenskiy",
            "E. A. Preobrazhensky"
        ]
    ),
    (
        "rakovsky",
        [
            "Christian Rakovsky", "K. G. Rakovsky", "Раковский Христиан Георгиевич", "Х. Г. Раковский", "Rakovskiĭ, Khristian Georgievich",
            "Rakovskii, Khristian Georgievich", "Rakovskiy, Khristian Georgiyevich", "Rakovskij, Hristian Georgievič",
            "Rakovskij, Christian Georgievič", "Rakowski, Christian Georgijewitsch", "Rakowski", "Rakovski, Khristian Gueorguievitch", "Rakovski",
            "Khristian Rakovsky", "Rakovskii", "Racovski", "Kristian Rakovsky"
        ]
    ),
    (
        "krestinsky",
        [
            "Nikolai Krestinsky", "N. N. Krestinsky", "Крестинский Николай Николаевич", "Н. Н. Крестинский", "Krestinskiĭ, Nikolaĭ Nikolaevich",
            "Krestinskii, Nikolai Nikolaevich", "Krestinskiy, Nikolay Nikolayevich", "Krestinskij, Nikolaj Nikolaevič",
            "Krestinski, Nikolai Nikolajewitsch", "Krestinski", "Krestinski, Nikolaï Nikolaïevitch", "Krestinskii", "Krestinskij"
        ]
    ),
    (
        "serebryakov",
        [
            "Leonid Serebryakov", "L. P. Serebryakov", "Серебряков Леонид Петрович", "Л. П. Серебряков", "Serebri͡akov, Leonid Petrovich",
            "Serebriakov, Leonid Petrovich", "Serebryakov, Leonid Petrovich", "Serebrâkov, Leonid Petrovič", "Serebrjakov, Leonid Petrovič",
            "Serebrjakow, Leonid Petrowitsch", "Serebrjakow", "Serebriakov, Leonid Petrovitch", "Serebriakov", "Serebryakoff"
        ]
    ),
    (
        "smilga",
        [
            "Ivar Smilga", "I. T. Smilga", "Смилга Ивар Тенисович", "И. Т. Смилга", "Smilga, Ivar Tenisovich", "Smilga, Ivar Tenisovič",
            "Smilga, Iwar Tenissowitsch", "Smilga", "Smilga, Ivar Tenissovitch"
        ]
    ),
    (
        "joffe",
        [
            "Adolf Joffe", "A. A. Joffe", "Иоффе Адольф Абрамович", "А. А. Иоффе", "Ioffe, Adolʹf Abramovich", "Ioffe, Adol'f Abramovich",
            "Ioffe, Adolʹf Abramovič", "Ioffe, Adolf Abramowitsch", "Joffe", "Ioffe, Adolf Abramovitch", "Ioffé", "Adolph Joffe", "Yoffe", "Ioffe",
            "Joffé"
        ]
    ),
    (
        "muralov",
        [
            "Nikolai Muralov", "N. I. Muralov", "Муралов Николай Иванович", "Н. И. Муралов", "Muralov, Nikolaĭ Ivanovich",
            "Muralov, Nikolai Ivanovich", "Muralov, Nikolay Ivanovich", "Muralov, Nikolaj Ivanovič", "Muralow, Nikolai Iwanowitsch", "Muralow",
            "Mouralov, Nikolaï Ivanovitch", "Mouralov"
        ]
    ),
    (
        "smirnov-in",
        [
            "Ivan Smirnov", "I. N. Smirnov", "Смирнов Иван Никитич", "И. Н. Смирнов", "Smirnov, Ivan Nikitich", "Smirnov, Ivan Nikitič",
            "Smirnow, Iwan Nikititsch", "Smirnow", "Smirnov, Ivan Nikititch", "Smirnov"
        ]
    ),
    (
        "sklyansky",
        [
            "Ephraim Sklyansky", "E. M. Sklyansky", "Склянский Эфраим Маркович", "Э. М. Склянский", "Skli͡anskiĭ, Ėfraim Markovich",
            "Sklianskii, Efraim Markovich", "Sklyanskiy, Efraim Markovich", "Sklânskij, Èfraim Markovič", "Skljanskij, Ėfraim Markovič",
            "Skljanski, Efraim Markowitsch", "Skljanski", "Sklianski, Efraïm Markovitch", "Sklianski", "Efraim Sklianskii", "Sklianskii"
        ]
    ),
    (
        "karakhan",
        [
            "Lev Karakhan", "L. M. Karakhan", "Карахан Лев Михайлович", "Л. М. Карахан", "Karakhan, Lev Mikhaĭlovich", "Karakhan, Lev Mikhailovich",
            "Karakhan, Lev Mikhaylovich", "Karahan, Lev Mihajlovič", "Karachan, Lev Michajlovič", "Karachan, Lew Michailowitsch", "Karachan",
            "Karakhan, Lev Mikhaïlovitch", "Karakhan", "Qarakhan"
        ]
    ),
    (
        "yurenev",
        [
            "Konstantin Yurenev", "K. K. Yurenev", "Юренев Константин Константинович", "К. К. Юренев", "I͡urenev, Konstantin Konstantinovich",
            "Iurenev, Konstantin Konstantinovich", "Yurenev, Konstantin Konstantinovich", "Ûrenev, Konstantin Konstantinovič",
            "Jurenev, Konstantin Konstantinovič", "Jurenew, Konstantin Konstantinowitsch", "Jurenew", "Iourenev, Konstantin Konstantinovitch",
            "Iourenev", "Iurenev", "Jurenev"
        ]
    ),
    (
        "nevsky",
        [
            "Vladimir Nevsky", "V. I. Nevsky", "Невский Владимир Иванович", "В. И. Невский", "Nevskiĭ, Vladimir Ivanovich",
            "Nevskii, Vladimir Ivanovich", "Nevskiy, Vladimir Ivanovich", "Nevskij, Vladimir Ivanovič", "Newski, Wladimir Iwanowitsch", "Newski",
            "Nevski, Vladimir Ivanovitch", "Nevski", "Nevskii", "Newskij"
        ]
    ),
    (
        "milyutin",
        [
            "Vladimir Milyutin", "V. P. Milyutin", "Милютин Владимир Павлович", "В. П. Милютин", "Mili͡utin, Vladimir Pavlovich",
            "Miliutin, Vladimir Pavlovich", "Milyutin, Vladimir Pavlovich", "Milûtin, Vladimir Pavlovič", "Miljutin, Vladimir Pavlovič",
            "Miljutin, Wladimir Pawlowitsch", "Miljutin", "Milioutine, Vladimir Pavlovitch", "Milioutine", "Miliutin"
        ]
    ),
    (
        "nogin",
        [
            "Viktor Nogin", "V. P. Nogin", "Ногин Виктор Павлович", "В. П. Ногин", "Nogin, Viktor Pavlovich", "Nogin, Viktor Pavlovič",
            "Nogin, Wiktor Pawlowitsch", "Nogin", "Noguine, Viktor Pavlovitch", "Noguine", "Noghin"
        ]
    ),
    (
        "lomov",
        [
            "Georgy Lomov", "G. I. Lomov", "Ломов Георгий Ипполитович", "Г. И. Ломов", "Lomov, Georgiĭ Ippolitovich", "Lomov, Georgii Ippolitovich",
            "Lomov, Georgiy Ippolitovich", "Lomov, Georgij Ippolitovič", "Lomow, Georgi Ippolitowitsch", "Lomow", "Lomov, Gueorgui Ippolitovitch",
            "Lomov"
        ]
    ),
    (
        "ordzhonikidze",
        [
            "G. K. Ordzhonikidze", "Орджоникидзе Григорий Константинович", "Г. К. Орджоникидзе", "Ordzhonikidze, Grigoriĭ Konstantinovich",
            "Ordzhonikidze, Grigorii Konstantinovich", "Ordzhonikidze, Grigoriy Konstantinovich", "Ordžonikidze, Grigorij Konstantinovič",
            "Ordschonikidse, Grigori Konstantinowitsch", "Ordschonikidse", "Ordjonikidze, Grigori Konstantinovitch", "Ordjonikidze", "Orjonikidze",
            "Ordžonikidze", "Grigory Ordzhonikidze"
        ]
    ),
    (
        "kirov",
        [
            "Sergei Kirov", "S. M. Kirov", "Киров Сергей Миронович", "С. М. Киров", "Kirov, Sergeĭ Mironovich", "Kirov, Sergei Mironovich",
            "Kirov, Sergey Mironovich", "Kirov, Sergej Mironovič", "Kirow, Sergei Mironowitsch", "Kirow", "Kirov, Sergueï Mironovitch", "Kirov",
            "Kiroff"
        ]
    ),
    (
        "molotov",
        [
            "Vyacheslav Molotov", "V. M. Molotov", "Молотов Вячеслав Михайлович", "В. М. Молотов", "Molotov, Vi͡acheslav Mikhaĭlovich",
            "Molotov, Viacheslav Mikhailovich", "Molotov, Vyacheslav Mikhaylovich", "Molotov, Vâčeslav Mihajlovič", "Molotov, Vjačeslav Michajlovič",
            "Molotow, Wjatscheslaw Michailowitsch", "Molotow", "Molotov, Viatcheslav Mikhaïlovitch", "Molotov", "Viacheslav Molotov", "Molotoff"
        ]
    ),
    (
        "kalinin",
        [
            "Mikhail Kalinin", "M. I. Kalinin", "Калинин Михаил Иванович", "М. И. Калинин", "Kalinin, Mikhail Ivanovich", "Kalinin, Mihail Ivanovič",
            "Kalinin, Michail Ivanovič", "Kalinin, Michail Iwanowitsch", "Kalinin", "Kalinine, Mikhaïl Ivanovitch", "Kalinine", "Michael Kalinin"
        ]
    ),
    (
        "kuibyshev",
        [
            "Valerian Kuibyshev", "V. V. Kuibyshev", "Куйбышев Валериан Владимирович", "В. В. Куйбышев", "Kuĭbyshev, Valerian Vladimirovich",
            "Kuibyshev, Valerian Vladimirovich", "Kuybyshev, Valerian Vladimirovich", "Kujbyšev, Valerian Vladimirovič",
            "Kuibyschew, Walerian Wladimirowitsch", "Kuibyschew", "Kouïbychev, Valerian Vladimirovitch", "Kouïbychev", "Kuybyshev", "Kujbyšev"
        ]
    ),
    (
        "kaganovich",
        [
            "Lazar Kaganovich", "L. M. Kaganovich", "Каганович Лазарь Моисеевич", "Л. М. Каганович", "Kaganovich, Lazarʹ Moiseevich",
            "Kaganovich, Lazar' Moiseevich", "Kaganovich, Lazarʹ Moiseyevich", "Kaganovič, Lazarʹ Moiseevič", "Kaganowitsch, Lasar Moissejewitsch",
            "Kaganowitsch", "Kaganovitch, Lazar Moïsseïevitch", "Kaganovitch", "Kaganovič", "Lasar Kaganowitsch"
        ]
    ),
    (
        "voroshilov",
        [
            "Kliment Voroshilov", "K. Y. Voroshilov", "Ворошилов Климент Ефремович", "К. Е. Ворошилов", "Voroshilov, Kliment Efremovich",
            "Voroshilov, Kliment Yefremovich", "Vorošilov, Kliment Efremovič", "Woroschilow, Kliment Jefremowitsch", "Woroschilow",
            "Vorochilov, Kliment Iefremovitch", "Vorochilov", "Clement Voroshilov", "Vorošilov", "Klim Voroshilov"
        ]
    ),
    (
        "frunze",
        [
            "Mikhail Frunze", "M. V. Frunze", "Фрунзе Михаил Васильевич", "М. В. Фрунзе", "Frunze, Mikhail Vasilʹevich",
            "Frunze, Mikhail Vasil'evich", "Frunze, Mikhail Vasilʹyevich", "Frunze, Mihail Vasilʹevič", "Frunze, Michail Vasilʹevič",
            "Frunse, Michail Wassiljewitsch", "Frunse", "Frounze, Mikhaïl Vassilievitch", "Frounzé", "Frounze"
        ]
    ),
    (
        "mikoyan",
        [
            "Anastas Mikoyan", "A. I. Mikoyan", "Микоян Анастас Иванович", "А. И. Микоян", "Mikoi͡an, Anastas Ivanovich",
            "Mikoian, Anastas Ivanovich", "Mikoyan, Anastas Ivanovich", "Mikoân, Anastas Ivanovič", "Mikojan, Anastas Ivanovič",
            "Mikojan, Anastas Iwanowitsch", "Mikojan", "Mikoïan, Anastas Ivanovitch", "Mikoïan", "Mikoian"
        ]
    ),
    (
        "yezhov",
        [
            "Nikolai Yezhov", "N. I. Yezhov", "Ежов Николай Иванович", "Н. И. Ежов", "Ezhov, Nikolaĭ Ivanovich", "Ezhov, Nikolai Ivanovich",
            "Yezhov, Nikolay Ivanovich", "Ežov, Nikolaj Ivanovič", "Jeschow, Nikolai Iwanowitsch", "Jeschow", "Iejov, Nikolaï Ivanovitch", "Iejov",
            "Ezhov", "Ežov", "Jezhov", "Jeżow", "Nicolas Ejov"
        ]
    ),
    (
        "yagoda",
        [
            "Genrikh Yagoda", "G. G. Yagoda", "Ягода Генрих Григорьевич", "Г. Г. Ягода", "I͡agoda, Genrikh Grigorʹevich",
            "Iagoda, Genrikh Grigor'evich", "Yagoda, Genrikh Grigorʹyevich", "Âgoda, Genrih Grigorʹevič", "Jagoda, Genrich Grigorʹevič",
            "Jagoda, Genrich Grigorjewitsch", "Jagoda", "Iagoda, Guenrikh Grigorievitch", "Iagoda"
        ]
    ),
    (
        "beria",
        [
            "Lavrentiy Beria", "L. P. Beria", "Берия Лаврентий Павлович", "Л. П. Берия", "Berii͡a, Lavrentiĭ Pavlovich",
            "Beriia, Lavrentii Pavlovich", "Beriya, Lavrentiy Pavlovich", "Beriâ, Lavrentij Pavlovič", "Berija, Lavrentij Pavlovič",
            "Berija, Lawrenti Pawlowitsch", "Berija", "Beria, Lavrenti Pavlovitch", "Beria", "Lavrenty Beria", "Lavrentii Beriia", "Beriya", "Berya"
        ]
    ),
    (
        "goloshchekin",
        [
            "Filipp Goloshchyokin", "F. I. Goloshchyokin", "Голощёкин Филипп Исаевич", "Ф. И. Голощёкин", "Goloshchëkin, Filipp Isaevich",
            "Goloshchekin, Filipp Isaevich", "Goloshchëkin, Filipp Isayevich", "Goloŝëkin, Filipp Isaevič", "Gološčëkin, Filipp Isaevič",
            "Goloschtschokin, Filipp Issajewitsch", "Goloschtschokin", "Golochtchokine, Filipp Issaïevitch", "Golochtchokine", "Goloshchekin",
            "Goloshchyokin", "Gološčekin"
        ]
    ),
    (
        "antipov",
        [
            "Nikolai Antipov", "N. K. Antipov", "Антипов Николай Кириллович", "Н. К. Антипов", "Antipov, Nikolaĭ Kirillovich",
            "Antipov, Nikolai Kirillovich", "Antipov, Nikolay Kirillovich", "Antipov, Nikolaj Kirillovič", "Antipow, Nikolai Kirillowitsch",
            "Antipow", "Antipov, Nikolaï Kirillovitch", "Antipov"
        ]
    ),
    (
        "shvernik",
        [
            "Nikolai Shvernik", "N. M. Shvernik", "Шверник Николай Михайлович", "Н. М. Шверник", "Shvernik, Nikolaĭ Mikhaĭlovich",
            "Shvernik, Nikolai Mikhailovich", "Shvernik, Nikolay Mikhaylovich", "Švernik, Nikolaj Mihajlovič", "Švernik, Nikolaj Michajlovič",
            "Schwernik, Nikolai Michailowitsch", "Schwernik", "Chvernik, Nikolaï Mikhaïlovitch", "Chvernik", "Švernik"
        ]
    ),
    (
        "komarov",
        [
            "Nikolai Komarov", "N. P. Komarov", "Комаров Николай Павлович", "Н. П. Комаров", "Komarov, Nikolaĭ Pavlovich",
            "Komarov, Nikolai Pavlovich", "Komarov, Nikolay Pavlovich", "Komarov, Nikolaj Pavlovič", "Komarow, Nikolai Pawlowitsch", "Komarow",
            "Komarov, Nikolaï Pavlovitch", "Komarov"
        ]
    ),
    (
        "khalatov",
        [
            "Artemy Khalatov", "A. B. Khalatov", "Халатов Артемий Багратович", "А. Б. Халатов", "Khalatov, Artemiĭ Bagratovich",
            "Khalatov, Artemii Bagratovich", "Khalatov, Artemiy Bagratovich", "Halatov, Artemij Bagratovič", "Chalatov, Artemij Bagratovič",
            "Chalatow, Artemi Bagratowitsch", "Chalatow", "Khalatov, Artemi Bagratovitch", "Khalatov"
        ]
    ),
    (
        "tukhachevsky",
        [
            "Mikhail Tukhachevsky", "M. N. Tukhachevsky", "Тухачевский Михаил Николаевич", "М. Н. Тухачевский", "Tukhachevskiĭ, Mikhail Nikolaevich",
            "Tukhachevskii, Mikhail Nikolaevich", "Tukhachevskiy, Mikhail Nikolayevich", "Tuhačevskij, Mihail Nikolaevič",
            "Tuchačevskij, Michail Nikolaevič", "Tuchatschewski, Michail Nikolajewitsch", "Tuchatschewski", "Toukhatchevski, Mikhaïl Nikolaïevitch",
            "Toukhatchevski", "Tukhachevskii", "Tuchačevskij", "Tuchatschewskij", "Toukhatchevsky"
        ]
    ),
    (
        "blyukher",
        [
            "Vasily Blyukher", "V. K. Blyukher", "Блюхер Василий Константинович", "В. К. Блюхер", "Bli͡ukher, Vasiliĭ Konstantinovich",
            "Bliukher, Vasilii Konstantinovich", "Blyukher, Vasiliy Konstantinovich", "Blûher, Vasilij Konstantinovič",
            "Bljucher, Vasilij Konstantinovič", "Bljucher, Wassili Konstantinowitsch", "Blücher", "Blioukher, Vassili Konstantinovitch", "Bliukher",
            "Blucher", "Bluecher", "Vassili Blücher"
        ]
    ),
    (
        "yegorov",
        [
            "Alexander Yegorov", "A. I. Yegorov", "Егоров Александр Ильич", "А. И. Егоров", "Egorov, Aleksandr Ilʹich", "Egorov, Aleksandr Il'ich",
            "Yegorov, Aleksandr Ilʹich", "Egorov, Aleksandr Ilʹič", "Jegorow, Alexandr Ilitsch", "Jegorow", "Iegorov, Alexandr Ilitch", "Iegorov",
            "Egorov"
        ]
    ),
    (
        "rudzutak",
        [
            "Jan Rudzutak", "Y. E. Rudzutak", "Рудзутак Ян Эрнестович", "Я. Э. Рудзутак", "Rudzutak, I͡an Ėrnestovich", "Rudzutak, Ian Ernestovich",
            "Rudzutak, Yan Ernestovich", "Rudzutak, Ân Èrnestovič", "Rudzutak, Jan Ėrnestovič", "Rudsutak, Jan Ernestowitsch", "Rudsutak",
            "Roudzoutak, Ian Ernestovitch", "Roudzoutak"
        ]
    ),
    (
        "kosior",
        [
            "Stanislav Kosior", "S. V. Kosior", "Косиор Станислав Викентьевич", "С. В. Косиор", "Kosior, Stanislav Vikentʹevich",
            "Kosior, Stanislav Vikent'evich", "Kosior, Stanislav Vikentʹyevich", "Kosior, Stanislav Vikentʹevič",
            "Kossior, Stanislaw Wikentjewitsch", "Kossior", "Kossior, Stanislav Vikentievitch", "Stanisław Kosior", "Kosyor"
        ]
    ),
    (
        "chubar",
        [
            "Vlas Chubar", "V. Y. Chubar", "Чубарь Влас Яковлевич", "В. Я. Чубарь", "Chubarʹ, Vlas I͡akovlevich", "Chubar', Vlas Iakovlevich",
            "Chubarʹ, Vlas Yakovlevich", "Čubarʹ, Vlas Âkovlevič", "Čubarʹ, Vlas Jakovlevič", "Tschubar, Wlas Jakowlewitsch", "Tschubar",
            "Tchoubar, Vlas Iakovlevitch", "Tchoubar", "Chubar'"
        ]
    ),
    (
        "postyshev",
        [
            "Pavel Postyshev", "P. P. Postyshev", "Постышев Павел Петрович", "П. П. Постышев", "Postyshev, Pavel Petrovich",
            "Postyšev, Pavel Petrovič", "Postyschew, Pawel Petrowitsch", "Postyschew", "Postychev, Pavel Petrovitch", "Postychev", "Postishev",
            "Postyšev"
        ]
    ),
    (
        "petrovsky",
        [
            "Grigory Petrovsky", "G. I. Petrovsky", "Петровский Григорий Иванович", "Г. И. Петровский", "Petrovskiĭ, Grigoriĭ Ivanovich",
            "Petrovskii, Grigorii Ivanovich", "Petrovskiy, Grigoriy Ivanovich", "Petrovskij, Grigorij Ivanovič", "Petrowski, Grigori Iwanowitsch",
            "Petrowski", "Petrovski, Grigori Ivanovitch", "Petrovski", "Petrovskii", "Hryhoriy Petrovsky", "Hryhorii Petrovskyi"
        ]
    ),
    (
        "uglanov",
        [
            "Nikolai Uglanov", "N. A. Uglanov", "Угланов Николай Александрович", "Н. А. Угланов", "Uglanov, Nikolaĭ Aleksandrovich",
            "Uglanov, Nikolai Aleksandrovich", "Uglanov, Nikolay Aleksandrovich", "Uglanov, Nikolaj Aleksandrovič",
            "Uglanow, Nikolai Alexandrowitsch", "Uglanow", "Ouglanov, Nikolaï Alexandrovitch", "Ouglanov"
        ]
    ),
    (
        "ryutin",
        [
            "Martemyan Ryutin", "M. N. Ryutin", "Рютин Мартемьян Никитич", "М. Н. Рютин", "Ri͡utin, Martemʹi͡an Nikitich",
            "Riutin, Martem'ian Nikitich", "Ryutin, Martemʹyan Nikitich", "Rûtin, Martemʹân Nikitič", "Rjutin, Martemʹjan Nikitič",
            "Rjutin, Martemjan Nikititsch", "Rjutin", "Rioutine, Martemian Nikititch", "Rioutine", "Riutin", "Martemian Riutin"
        ]
    ),
    (
        "krupskaya",
        [
            "Nadezhda Krupskaya", "N. K. Krupskaya", "Крупская Надежда Константиновна", "Н. К. Крупская", "Krupskai͡a, Nadezhda Konstantinovna",
            "Krupskaia, Nadezhda Konstantinovna", "Krupskaya, Nadezhda Konstantinovna", "Krupskaâ, Nadežda Konstantinovna",
            "Krupskaja, Nadežda Konstantinovna", "Krupskaja, Nadeschda Konstantinowna", "Krupskaja", "Kroupskaïa, Nadejda Konstantinovna",
            "Kroupskaïa", "Krupskaia", "Nadeshda Krupskaja"
        ]
    ),
    (
        "stasova",
        [
            "Elena Stasova", "Y. D. Stasova", "Стасова Елена Дмитриевна", "Е. Д. Стасова", "Stasova, Elena Dmitrievna",
            "Stasova, Yelena Dmitriyevna", "Stassowa, Jelena Dmitrijewna", "Stassowa", "Stassova, Ielena Dmitrievna", "Stassova", "Yelena Stasova",
            "Stasova"
        ]
    ),
    (
        "fotieva",
        [
            "Lidia Fotieva", "L. A. Fotieva", "Фотиева Лидия Александровна", "Л. А. Фотиева", "Fotieva, Lidii͡a Aleksandrovna",
            "Fotieva, Lidiia Aleksandrovna", "Fotiyeva, Lidiya Aleksandrovna", "Fotieva, Lidiâ Aleksandrovna", "Fotieva, Lidija Aleksandrovna",
            "Fotijewa, Lidija Alexandrowna", "Fotijewa", "Fotieva, Lidia Alexandrovna", "Fotieva", "Lydia Fotiyeva", "Lidiya Fotiyeva"
        ]
    ),
    (
        "volodicheva",
        [
            "Maria Volodicheva", "M. A. Volodicheva", "Володичева Мария Акимовна", "М. А. Володичева", "Volodicheva, Marii͡a Akimovna",
            "Volodicheva, Mariia Akimovna", "Volodicheva, Mariya Akimovna", "Volodičeva, Mariâ Akimovna", "Volodičeva, Marija Akimovna",
            "Woloditschewa, Marija Akimowna", "Woloditschewa", "Voloditcheva, Maria Akimovna", "Voloditcheva", "Volodičeva"
        ]
    ),
    (
        "yaroslavsky",
        [
            "Yemelyan Yaroslavsky", "Y. M. Yaroslavsky", "Ярославский Емельян Михайлович", "Е. М. Ярославский",
            "I͡aroslavskiĭ, Emelʹi͡an Mikhaĭlovich", "Iaroslavskii, Emel'ian Mikhailovich", "Yaroslavskiy, Yemelʹyan Mikhaylovich",
            "Âroslavskij, Emelʹân Mihajlovič", "Jaroslavskij, Emelʹjan Michajlovič", "Jaroslawski, Jemeljan Michailowitsch", "Jaroslawski",
            "Iaroslavski, Iemelian Mikhaïlovitch", "Iaroslavski", "Emelian Iaroslavskii", "Emelyan Yaroslavsky"
        ]
    ),
    (
        "popov",
        [
            "Nikolai Popov", "N. N. Popov", "Попов Николай Николаевич", "Н. Н. Попов", "Popov, Nikolaĭ Nikolaevich", "Popov, Nikolai Nikolaevich",
            "Popov, Nikolay Nikolayevich", "Popov, Nikolaj Nikolaevič", "Popow, Nikolai Nikolajewitsch", "Popow", "Popov, Nikolaï Nikolaïevitch",
            "Popov"
        ]
    ),
    (
        "knorin",
        [
            "Wilhelm Knorin", "V. G. Knorin", "Кнорин Вильгельм Георгиевич", "В. Г. Кнорин", "Knorin, Vilʹgelʹm Georgievich",
            "Knorin, Vil'gel'm Georgievich", "Knorin, Vilʹgelʹm Georgiyevich", "Knorin, Vilʹgelʹm Georgievič", "Knorin, Wilgelm Georgijewitsch",
            "Knorin", "Knorine, Vilguelm Gueorguievitch", "Knorine", "Vil'gel'm Knorin"
        ]
    ),
    (
        "pospelov",
        [
            "Pyotr Pospelov", "P. N. Pospelov", "Поспелов Пётр Николаевич", "П. Н. Поспелов", "Pospelov, Pëtr Nikolaevich",
            "Pospelov, Petr Nikolaevich", "Pospelov, Pëtr Nikolayevich", "Pospelov, Pëtr Nikolaevič", "Pospelow, Pjotr Nikolajewitsch", "Pospelow",
            "Pospelov, Piotr Nikolaïevitch", "Pospelov", "Petr Pospelov"
        ]
    ),
    (
        "ponomarev",
        [
            "Boris Ponomarev", "B. N. Ponomarev", "Пономарёв Борис Николаевич", "Б. Н. Пономарёв", "Ponomarëv, Boris Nikolaevich",
            "Ponomarev, Boris Nikolaevich", "Ponomarëv, Boris Nikolayevich", "Ponomarëv, Boris Nikolaevič", "Ponomarjow, Boris Nikolajewitsch",
            "Ponomarjow", "Ponomariov, Boris Nikolaïevitch", "Ponomarev", "Ponomaryov"
        ]
    ),
    (
        "pokrovsky",
        [
            "Mikhail Pokrovsky", "M. N. Pokrovsky", "Покровский Михаил Николаевич", "М. Н. Покровский", "Pokrovskiĭ, Mikhail Nikolaevich",
            "Pokrovskii, Mikhail Nikolaevich", "Pokrovskiy, Mikhail Nikolayevich", "Pokrovskij, Mihail Nikolaevič", "Pokrovskij, Michail Nikolaevič",
            "Pokrowski, Michail Nikolajewitsch", "Pokrowski", "Pokrovski, Mikhaïl Nikolaïevitch", "Pokrovski", "Pokrovskii"
        ]
    ),
    (
        "martov",
        [
            "Julius Martov", "Y. O. Martov", "Мартов Юлий Осипович", "Ю. О. Мартов", "Martov, I͡uliĭ Osipovich", "Martov, Iulii Osipovich",
            "Martov, Yuliy Osipovich", "Martov, Ûlij Osipovič", "Martov, Julij Osipovič", "Martow, Juli Ossipowitsch", "Martow",
            "Martov, Iouli Ossipovitch", "Martov", "Iulii Martov"
        ]
    ),
    (
        "sukhanov",
        [
            "Nikolai Sukhanov", "N. N. Sukhanov", "Суханов Николай Николаевич", "Н. Н. Суханов", "Sukhanov, Nikolaĭ Nikolaevich",
            "Sukhanov, Nikolai Nikolaevich", "Sukhanov, Nikolay Nikolayevich", "Suhanov, Nikolaj Nikolaevič", "Suchanov, Nikolaj Nikolaevič",
            "Suchanow, Nikolai Nikolajewitsch", "Suchanow", "Soukhanov, Nikolaï Nikolaïevitch", "Soukhanov"
        ]
    ),
    (
        "kerensky",
        [
            "Alexander Kerensky", "A. F. Kerensky", "Керенский Александр Фёдорович", "А. Ф. Керенский", "Kerenskiĭ, Aleksandr Fëdorovich",
            "Kerenskii, Aleksandr Fedorovich", "Kerenskiy, Aleksandr Fëdorovich", "Kerenskij, Aleksandr Fëdorovič",
            "Kerenski, Alexandr Fjodorowitsch", "Kerenski", "Kerenski, Alexandr Fiodorovitch", "Kerenskii", "Kerenskij"
        ]
    ),
    (
        "spiridonova",
        [
            "Maria Spiridonova", "M. A. Spiridonova", "Спиридонова Мария Александровна", "М. А. Спиридонова", "Spiridonova, Marii͡a Aleksandrovna",
            "Spiridonova, Mariia Aleksandrovna", "Spiridonova, Mariya Aleksandrovna", "Spiridonova, Mariâ Aleksandrovna",
            "Spiridonova, Marija Aleksandrovna", "Spiridonowa, Marija Alexandrowna", "Spiridonowa", "Spiridonova, Maria Alexandrovna", "Spiridonova"
        ]
    ),
    (
        "khodzhaev",
        [
            "Faizulla Khodzhaev", "F. U. Khodzhaev", "Ходжаев Файзулла Убайдуллаевич", "Ф. У. Ходжаев", "Khodzhaev, Faĭzulla Ubaĭdullaevich",
            "Khodzhaev, Faizulla Ubaidullaevich", "Khodzhayev, Fayzulla Ubaydullayevich", "Hodžaev, Fajzulla Ubajdullaevič",
            "Chodžaev, Fajzulla Ubajdullaevič", "Chodschajew, Faisulla Ubaidullajewitsch", "Chodschajew", "Khodjaïev, Faïzoulla Oubaïdoullaïevitch",
            "Khodjaïev", "Khodjaev"
        ]
    ),
    (
        "ikramov",
        [
            "Akmal Ikramov", "A. I. Ikramov", "Икрамов Акмаль Икрамович", "А. И. Икрамов", "Ikramov, Akmalʹ Ikramovich",
            "Ikramov, Akmal' Ikramovich", "Ikramov, Akmalʹ Ikramovič", "Ikramow, Akmal Ikramowitsch", "Ikramow", "Ikramov, Akmal Ikramovitch",
            "Ikramov"
        ]
    ),
    (
        "mercader",
        [
            "Ramón Mercader", "R. Mercader", "Р. Меркадер", "Merkader, Ramon", "Mercader"
        ]
    ),
]
